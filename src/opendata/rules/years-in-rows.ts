import type { YearColumn } from './adapter.ts';
import type { SourceRow } from './csv-rows.ts';
import { type Header, positionOf } from './header.ts';
import { startingYear, yearColumnOf } from './year-column.ts';

/** The first and the last year that the rows of a file tell of; null when none of them has a year. */
export function yearsInRows(
  column: YearColumn,
  header: Header,
  rows: Iterable<SourceRow>,
): { first: number; last: number } | null {
  const at = positionOf(header, yearColumnOf(column));
  let first = Infinity;
  let last = -Infinity;
  for (const { fields } of rows) {
    const year = startingYear(column, fields[at] ?? '');
    if (year === null) continue;
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  return first <= last ? { first, last } : null;
}
