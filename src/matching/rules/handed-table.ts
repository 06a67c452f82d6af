import type { CsvCell } from '../../schools/rules/csv-text.ts';

/** A table that is handed out as a file, whatever kind of file that is. */
export interface HandedTable {
  head: readonly string[];
  rows: readonly (readonly CsvCell[])[];
}
