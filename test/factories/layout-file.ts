import type { Adapter } from '../../src/opendata/rules/adapter.ts';
import { columnsRead } from '../../src/opendata/rules/header.ts';

/**
 * A published file of a layout as CSV: the columns that the layout reads, NULL where a row tells nothing. `name` gives
 * a column the name that the issue has for it, or null where the issue leaves it out.
 */
export function layoutFile(
  adapter: Adapter,
  rows: readonly Readonly<Record<string, string>>[],
  name: (column: string) => string | null = (column) => column,
): string {
  const columns = columnsRead(adapter, 0).filter((column) => name(column) !== null);
  const cells = [
    columns.map((column) => name(column) ?? ''),
    ...rows.map((row) => columns.map((column) => row[column] ?? 'NULL')),
  ];
  return `${cells.map((line) => line.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\n')}\n`;
}
