import type { SourceRow } from './csv-rows.ts';
import { columnKey } from './header.ts';
import { ImportError } from './import-error.ts';

/**
 * The columns that Alongside puts before the published ones of rows that were set aside. They come first, so that a row with too few or
 * too many cells does not slip under them, and a file is known by the first two, wherever a spreadsheet has put them.
 */
const OWN_COLUMNS = ['Alongside import', 'Alongside line', 'Alongside why'] as const;

const [IMPORT, LINE] = OWN_COLUMNS;

/** A row that was set aside, as published, and why. */
export interface RowSetAside {
  line: number;
  text: string;
  reasons: readonly { field: string; reason: string }[];
}

/**
 * Rows that were set aside as CSV, to be mended and imported again: our columns, then the header and the rows letter for letter as
 * published. A published cell that a spreadsheet would take for a formula stays as it is, for it must come back as it was; our own
 * cells begin with a digit or with "Column".
 */
export function setAsideCsv(importId: number, header: string, rows: readonly RowSetAside[]): string {
  const lines = rows.map(({ line, text, reasons }) => {
    const why = reasons.map(({ field, reason }) => `Column "${field}": ${reason}`).join('; ');
    return `${importId},${line},${csvCell(why)},${text}`;
  });
  return `\uFEFF${[`${OWN_COLUMNS.join(',')},${header}`, ...lines].join('\r\n')}\r\n`;
}

/** The import whose rows a file mends, by its first row; null for a file as published. Throws ImportError when it names none. */
export function importMended(rows: Iterable<SourceRow>, file: string): number | null {
  let at: number | undefined;
  for (const row of rows) {
    if (at !== undefined) return importNamed(row, at, file);
    const found = placesOf(row.fields).get(IMPORT);
    if (found === undefined || !placesOf(row.fields).has(LINE)) return null;
    at = found;
  }
  return null;
}

/** The rows of a mended file without our columns, as if published. Throws ImportError at a row of another import. */
export function* withoutOwnColumns(
  rows: Iterable<SourceRow>,
  importId: number,
  file: string,
): Generator<SourceRow, void, void> {
  let own: ReadonlySet<number> | undefined;
  let at = 0;
  for (const row of rows) {
    if (own === undefined) {
      const places = placesOf(row.fields);
      own = new Set(places.values());
      at = places.get(IMPORT) ?? 0;
    } else if (importNamed(row, at, file) !== importId) {
      throw new ImportError({
        file,
        line: row.line,
        column: IMPORT,
        problem: `this row is of another import than the first, ${importId}`,
        mend: 'Put the rows of each import into a file of their own',
      });
    }
    const fields = row.fields.filter((_, place) => !own?.has(place));
    yield { line: row.line, text: fields.map(csvCell).join(','), fields };
  }
}

function placesOf(fields: readonly string[]): Map<string, number> {
  const keys = fields.map(columnKey);
  return new Map(
    OWN_COLUMNS.map((column): [string, number] => [column, keys.indexOf(columnKey(column))]).filter(
      ([, place]) => place !== -1,
    ),
  );
}

function importNamed(row: SourceRow, at: number, file: string): number {
  const cell = (row.fields[at] ?? '').trim();
  if (/^[1-9]\d{0,8}$/.test(cell)) return Number(cell);
  throw new ImportError({
    file,
    line: row.line,
    column: IMPORT,
    problem: `"${cell.slice(0, 40)}" is not the number of an import`,
    mend: 'Leave the columns that begin with "Alongside" as they were downloaded',
  });
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
