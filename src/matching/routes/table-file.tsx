import type { Context } from 'hono';
import { csvText } from '../../schools/rules/csv-text.ts';
import { workbookOf } from '../../web/workbook.ts';
import type { HandedTable } from '../rules/handed-table.ts';

/** Kinds of file that a table is handed out as. */
export type TableFile = 'csv' | 'xlsx';

const TYPES: Readonly<Record<TableFile, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Answers with a table as a file to keep: as CSV, or as a workbook of one sheet. `name` is that of the file, without its kind. */
export async function tableFile(
  c: Context,
  kind: TableFile,
  { head, rows }: HandedTable,
  { name, sheet }: { name: string; sheet: string },
): Promise<Response> {
  c.header('Content-Type', TYPES[kind]);
  c.header('Content-Disposition', `attachment; filename="${name}.${kind}"`);
  if (kind === 'csv') return c.body(csvText(head, rows));
  return c.body(Uint8Array.from(await workbookOf([{ name: sheet, head, rows }])));
}
