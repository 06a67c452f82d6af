import type { YearColumn } from './adapter.ts';

/** The column that tells the year. */
export function yearColumnOf(column: YearColumn): string {
  if ('endsIn' in column) return column.endsIn;
  return 'startsIn' in column ? column.startsIn : column.spans;
}

/** The calendar year in which the year of a cell starts; null when the cell is not a year. */
export function startingYear(column: YearColumn, cell: string): number | null {
  if ('spans' in column) {
    const span = /^(20\d{2})\/?(\d{2})$/.exec(cell);
    const start = Number(span?.[1]);
    return span && (start + 1) % 100 === Number(span[2]) ? start : null;
  }
  if (!/^20\d{2}$/.test(cell)) return null;
  return 'endsIn' in column ? Number(cell) - 1 : Number(cell);
}

/** A year as such a column writes it. */
export function yearInColumn(column: YearColumn, year: number): string {
  if ('spans' in column) return `${year}${String((year + 1) % 100).padStart(2, '0')}`;
  return String('endsIn' in column ? year + 1 : year);
}
