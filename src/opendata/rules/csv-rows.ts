import { CsvError, parse } from 'csv-parse/sync';
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

/**
 * The rows of a CSV file, one at a time, blank lines left out. Rows may be of any length: publishers leave out
 * trailing cells. A row without a quotation mark has nothing to unpick and is cut at its commas; only the others go
 * through csv-parse. That takes a tenth of the time, and csv-rows.test.ts holds the two ways equal.
 * Throws ImportError when it is not text in a known encoding, and at a row whose quotation marks do not match or whose
 * line has no end.
 */
export function* csvRows(content: Content): Generator<SourceRow, void, void> {
  const file = content.name;
  let line = 0;
  let open: SourceRow | null = null;
  for (const lines of linesByChunk(content)) {
    const rows: SourceRow[] = [];
    const quoted: SourceRow[] = [];
    for (const text of lines) {
      line += 1;
      if (open !== null) {
        open.text += `\n${text}`;
        if (!balanced(open.text)) {
          if (line - open.line >= MOST_LINES_IN_A_ROW) throw unclosed(file, open.line);
          continue;
        }
        quoted.push(open);
        rows.push(open);
        open = null;
      } else if (text.includes('"')) {
        const row = { line, text, fields: [] };
        if (balanced(text)) {
          quoted.push(row);
          rows.push(row);
        } else {
          open = row;
        }
      } else if (text !== '') {
        rows.push({ line, text, fields: text.split(',') });
      }
    }
    unquote(quoted, file);
    yield* rows;
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

function balanced(text: string): boolean {
  let marks = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) marks += 1;
  return marks % 2 === 0;
}

/** Fills in the fields of rows with quotation marks, all in one go: csv-parse is slow to start. */
function unquote(rows: readonly SourceRow[], file: string): void {
  if (rows.length === 0) return;
  const parsed = parsedOrNull(rows.map((row) => row.text).join('\n'));
  const isWhole = parsed?.length === rows.length;
  for (const [index, row] of rows.entries()) {
    const fields = isWhole ? parsed[index] : parsedOrNull(row.text)?.[0];
    if (fields === undefined) throw misplaced(file, row.line);
    row.fields = fields;
  }
}

/** Null when a quotation mark stands where CSV does not allow one. */
function parsedOrNull(text: string): string[][] | null {
  try {
    return parse(text, { record_delimiter: '\n', relax_column_count: true });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
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
