import { LAYOUTS } from './layouts.ts';

/** The year that a person would give for a file whose figures are of `year`: that of its tables, which may be later. */
export function yearGiven(layout: string, year: number | null): number | null {
  if (year === null) return null;
  return year + (LAYOUTS.find((known) => known.layout === layout)?.yearsBefore ?? 0);
}
