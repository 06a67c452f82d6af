import type { Content } from './content.ts';
import { encodingOf } from './encoding.ts';
import { ImportError } from './import-error.ts';

/** One row of a published file. */
export interface SourceRow {
  /** Line of the file on which the row starts; the header is line 1. */
  line: number;
  /** The row as published, without its line end. */
  text: string;
  fields: string[];
}

/** No published row spans more lines than this; a longer one is a quotation mark that was never closed. */
const MOST_LINES_IN_A_ROW = 20;

/** No published line comes near this; a longer one is not a line of text, and would be held whole. */
const LONGEST_LINE = 1 << 22;

const MARK = 0x22;
const COMMA = 0x2c;

/**
 * The rows of a CSV file, one at a time, blank lines left out. Rows may be of any length: publishers leave out
 * trailing cells. Cells are cut out here and not by csv-parse, which takes twenty times as long; csv-rows.test.ts holds
 * the two equal. Throws ImportError when it is not text in a known encoding, and at a row whose quotation marks do not
 * match or whose line has no end.
 */
export function* csvRows(content: Content): Generator<SourceRow, void, void> {
  const file = content.name;
  let line = 0;
  let open: { line: number; text: string } | null = null;
  for (const lines of linesByChunk(content)) {
    for (const text of lines) {
      line += 1;
      if (open === null && text === '') continue;
      const row: { line: number; text: string } =
        open === null ? { line, text } : { ...open, text: `${open.text}\n${text}` };
      const fields = cellsOf(row.text);
      if (fields === 'misplaced') throw misplaced(file, row.line);
      if (fields === 'open') {
        if (line - row.line >= MOST_LINES_IN_A_ROW) throw unclosed(file, row.line);
        open = row;
      } else {
        open = null;
        yield { line: row.line, text: row.text, fields };
      }
    }
  }
  if (open !== null) throw unclosed(file, open.line);
}

function* linesByChunk(content: Content): Generator<string[], void, void> {
  const decoder = new TextDecoder(encodingOf(content));
  let rest = '';
  for (const piece of content.chunks()) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw endless(content.name);
    yield lines.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== '') yield [withoutReturn(rest)];
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/**
 * The cells of a row. "open" when it ends within quotation marks, so that the next line belongs to it; "misplaced" when a
 * mark stands within a cell that does not start with one, or something else than a comma after the one that closes.
 */
function cellsOf(text: string): string[] | 'open' | 'misplaced' {
  let mark = text.indexOf('"');
  if (mark === -1) return text.split(',');
  const cells: string[] = [];
  for (let at = 0; ;) {
    if (mark !== at) {
      const comma = text.indexOf(',', at);
      const end = comma === -1 ? text.length : comma;
      if (mark !== -1 && mark < end) return 'misplaced';
      cells.push(text.slice(at, end));
      if (comma === -1) return cells;
      at = comma + 1;
      continue;
    }
    let end = text.indexOf('"', at + 1);
    let isDoubled = false;
    for (; end !== -1 && text.charCodeAt(end + 1) === MARK; end = text.indexOf('"', end + 2)) isDoubled = true;
    if (end === -1) return 'open';
    const cell = text.slice(at + 1, end);
    cells.push(isDoubled ? cell.replaceAll('""', '"') : cell);
    if (end + 1 === text.length) return cells;
    if (text.charCodeAt(end + 1) !== COMMA) return 'misplaced';
    at = end + 2;
    mark = text.indexOf('"', at);
  }
}

function misplaced(file: string, line: number): ImportError {
  return new ImportError({
    file,
    line,
    problem: 'a quotation mark stands inside a cell that does not start with one',
    mend: 'Double the mark inside a quoted cell, as CSV asks, or download the file again',
  });
}

function endless(file: string): ImportError {
  return new ImportError({
    file,
    problem: `a line is longer than ${LONGEST_LINE >> 20} million characters`,
    mend: 'Download the file again: it is damaged, or not a CSV file',
  });
}

function unclosed(file: string, line: number): ImportError {
  return new ImportError({
    file,
    line,
    problem: 'a quotation mark opens a cell and nothing closes it',
    mend: 'Close it, or download the file again if it ends too early',
  });
}
