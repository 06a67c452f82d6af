import writeWorkbook, { type Cell, type Sheet } from 'write-excel-file/node';

/** A cell: text, a number as it is, an ISO day, whole pence shown as pounds, or nothing. What is missing is null, never nought. */
export type WorkbookCell = string | number | boolean | null | { day: string } | { pence: number };

export interface WorkbookSheet {
  /** Name of the sheet: what a spreadsheet cannot take is left out, and it is cut at 31 characters. */
  name: string;
  head: readonly string[];
  rows: readonly (readonly WorkbookCell[])[];
}

const NARROWEST = 8;
const WIDEST = 60;

/**
 * A workbook (xlsx, Office Open XML), its first row bold and kept in sight. Text is written as text whatever it begins with, so that no
 * spreadsheet takes it for a formula; signs that XML cannot hold are left out. Sheets of one name are told apart by a number. Throws for
 * no sheets, a day that is none, or pence that are not whole: faults of ours.
 */
export async function workbookOf(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  if (sheets.length === 0) throw new Error('A workbook has at least one sheet');
  const names = sheetNames(sheets.map(({ name }) => name));
  const made = sheets.map(({ head, rows }, at): Sheet<never> => ({
    data: [
      head.map((text) => ({ ...textCell(text), fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    sheet: names[at]!,
    columns: head.map((text, column) => ({ width: widthOf([text, ...rows.map((row) => row[column] ?? null)]) })),
    stickyRowsCount: 1,
  }));
  return writeWorkbook(made, { fontFamily: 'Arial', fontSize: 11 }).toBuffer();
}

function cellOf(cell: WorkbookCell): Cell {
  if (cell === null) return null;
  if (typeof cell === 'string') return textCell(cell);
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if ('pence' in cell) {
    if (!Number.isSafeInteger(cell.pence)) throw new Error(`${cell.pence} pence are not whole`);
    return { value: cell.pence / 100, type: Number, format: '#,##0.00' };
  }
  const day = new Date(`${cell.day}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(`${cell.day}T`))
    throw new Error(`${cell.day} is no day`);
  return { value: day, type: Date, format: 'dd/mm/yyyy' };
}

function textCell(text: string): { value: string; type: StringConstructor } {
  return { value: Array.from(text).filter(isInXml).join(''), type: String };
}

/** The characters of XML 1.0: tab, line ends, and everything from a space on that is no half of a pair and no non-character. */
function isInXml(character: string): boolean {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

function sheetNames(asked: readonly string[]): string[] {
  const taken = new Set<string>();
  return asked.map((name) => {
    const plain = Array.from(name)
      .filter((sign) => isInXml(sign) && !/[[\]:*?/\\\t\r\n]/.test(sign))
      .join('')
      .replaceAll(/^'+|'+$/g, '')
      .trim();
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` ${number}`;
      const tried = `${(plain || 'Sheet').slice(0, 31 - end.length)}${end}`;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
}

/** In characters: as wide as the widest line in it, within bounds. */
function widthOf(cells: readonly WorkbookCell[]): number {
  const lengths = cells.map((cell) => {
    if (typeof cell === 'string') return cell.split('\n').reduce((most, line) => Math.max(most, line.length), 0);
    return cell === null ? 0 : 12;
  });
  return Math.min(WIDEST, Math.max(NARROWEST, lengths.reduce((most, length) => Math.max(most, length), 0) + 2));
}
