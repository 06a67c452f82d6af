import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { type RowSetAside, setAsideCsv } from '../rules/mended-file.ts';

/**
 * The rows of an import that were set aside, as a CSV file to mend and import again; null when there is no such import, when it set nothing
 * aside, or when its rows were not kept (imports before migration 010, and GeoJSON, which is no table).
 */
export async function setAsideFile(db: Kysely<Database>, importId: number): Promise<string | null> {
  const found = await db.selectFrom('import').select('header').where('id', '=', importId).executeTakeFirst();
  if (!found?.header) return null;
  const rows = await db
    .selectFrom('set_aside_text as t')
    .innerJoin('set_aside_row as r', (join) =>
      join.onRef('r.import_id', '=', 't.import_id').onRef('r.line', '=', 't.line'),
    )
    .select(['t.line', 't.text', 'r.field', 'r.reason'])
    .where('t.import_id', '=', importId)
    .orderBy('t.line')
    .orderBy('r.field')
    .execute();
  const byLine = new Map<number, RowSetAside & { reasons: { field: string; reason: string }[] }>();
  for (const { line, text, field, reason } of rows) {
    const row = byLine.get(line) ?? { line, text, reasons: [] };
    row.reasons.push({ field, reason });
    byLine.set(line, row);
  }
  return setAsideCsv(importId, found.header, [...byLine.values()]);
}
