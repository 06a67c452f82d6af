import { isoCellText, numberText, plainText } from '../rules/cell-text.ts';
import { ImportError } from '../rules/import-error.ts';
import { sheetText } from '../rules/sheet-text.ts';
import type { Archive } from './archive.ts';
import { partOf, type Workbook } from './workbook.ts';
import { readXml } from './xml-events.ts';

/** As many as a sheet can have. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** A cell holds 32,767 characters; as XML may write them, each may take seven. */
const LONGEST_TEXT = 1 << 18;

/** One cell while it is read. */
interface Cell {
  at: number;
  type: string;
  style: number;
  text: string;
  hasValue: boolean;
  hasFormula: boolean;
}

/**
 * Writes one sheet as CSV, each row on the line of its number in the sheet; false when it has no header that we know. The
 * sheet is read as it is unpacked, and none of it is held. Throws ImportError when it is damaged or too long, or when a
 * formula stands there without its result.
 */
export async function sheetCsv(
  archive: Archive,
  part: string,
  workbook: Workbook,
  file: string,
  write: (piece: Buffer) => void,
): Promise<boolean> {
  const rows = sheetText(file, write);
  let rowNumber = 0;
  let cells: (string | undefined)[] = [];
  let cell: Cell | null = null;
  let nextAt = 0;
  let takesText = false;
  let inPhonetic = false;
  await readXml(
    partOf(archive, part),
    {
      isDone: () => rows.isStranger,
      open(name, attributes) {
        if (name === 'row') {
          rowNumber = nextRow(attributes['r'], rowNumber, file);
          cells = [];
          nextAt = 0;
        } else if (name === 'c') {
          const at = columnOf(attributes['r'], nextAt, file);
          nextAt = at + 1;
          const type = attributes['t'] ?? 'n';
          cell = { at, type, style: Number(attributes['s'] ?? 0), text: '', hasValue: false, hasFormula: false };
        } else if (cell) {
          if (name === 'f') cell.hasFormula = true;
          if (name === 'v') cell.hasValue = true;
          if (name === 'rPh') inPhonetic = true;
          takesText = name === 'v' || name === 't';
        }
      },
      text(piece) {
        if (!cell || !takesText || inPhonetic) return;
        cell.text += piece;
        if (cell.text.length > LONGEST_TEXT) throw damagedSheet(file, rowNumber);
      },
      close(name) {
        takesText = false;
        if (name === 'rPh') inPhonetic = false;
        if (name === 'c' && cell) {
          if (cell.at < rows.width) cells[cell.at] = textOf(cell, workbook, file, rowNumber);
          cell = null;
        }
        if (name === 'row') rows.add(rowNumber, cells);
      },
    },
    file,
  );
  return rows.finish();
}

function textOf(cell: Cell, workbook: Workbook, file: string, line: number): string {
  if (cell.hasFormula && !cell.hasValue) {
    throw new ImportError({
      file,
      line,
      problem: 'a cell holds a formula without its result',
      mend: 'Open the workbook in a spreadsheet program, save it, and import that',
    });
  }
  if (!cell.hasValue && cell.type !== 'inlineStr') return '';
  switch (cell.type) {
    case 's': {
      const shared = /^\d+$/.test(cell.text.trim()) ? workbook.sharedTexts[Number(cell.text)] : undefined;
      if (shared === undefined) throw damagedSheet(file, line);
      return shared;
    }
    case 'n':
      return numberText(cell.text, workbook.meanings[cell.style] ?? 'plain', workbook.from1904);
    case 'b':
      return cell.text.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return isoCellText(cell.text);
    default:
      return plainText(cell.text);
  }
}

function nextRow(reference: string | undefined, before: number, file: string): number {
  const row = reference === undefined ? before + 1 : Number(reference);
  if (!Number.isInteger(row) || row <= before || row > MOST_ROWS) throw damagedSheet(file, before + 1);
  return row;
}

function columnOf(reference: string | undefined, next: number, file: string): number {
  if (reference === undefined) return next;
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > MOST_COLUMNS) break;
  }
  if (column <= next || column < 1 || column > MOST_COLUMNS) throw damagedSheet(file);
  return column - 1;
}

function damagedSheet(file: string, line?: number): ImportError {
  return new ImportError({
    file,
    ...(line !== undefined && { line }),
    problem: 'the sheet is damaged: its rows and cells are not where they say',
    mend: 'Open it in a spreadsheet program and save it again, or download it again',
  });
}
