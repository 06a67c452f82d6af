import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { ToldFields } from '../rules/headship/stretches.ts';

/**
 * What extracts up to a day (ISO) say of the heads of schools, the earliest first; of two files of one day the one that was
 * loaded later. Of all schools without `urns`; of heads with any of `surnames` (in small letters) when they are given.
 */
export async function headSightings(
  db: Kysely<Database>,
  wanted: { urns?: readonly number[]; surnames?: readonly string[]; until: string },
): Promise<ToldFields[]> {
  let query = db
    .selectFrom('head_sighting as h')
    .innerJoin('import as i', 'i.id', 'h.import_id')
    .distinctOn(['i.as_at', 'h.urn'])
    .selectAll('h')
    .select('i.as_at')
    .where('i.as_at', '<=', wanted.until)
    .orderBy('i.as_at')
    .orderBy('h.urn')
    .orderBy('h.import_id', 'desc');
  if (wanted.urns !== undefined) query = query.where('h.urn', '=', sql<number>`any(${[...wanted.urns]}::int[])`);
  if (wanted.surnames !== undefined) {
    query = query.where(sql<string>`lower(h.last_name)`, '=', sql<string>`any(${[...wanted.surnames]}::text[])`);
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    urn: row.urn,
    asAt: row.as_at,
    fields: { title: row.title, firstName: row.first_name, lastName: row.last_name, jobTitle: row.job_title },
    source: { importId: row.import_id, line: row.line },
  }));
}

/**
 * The predecessor of each school that has one and no other: of these schools, of theirs and so on; of all without `urns`.
 * A school made of several is none of them, so it takes over no head.
 */
export async function onlyPredecessors(db: Kysely<Database>, urns?: readonly number[]): Promise<Map<number, number>> {
  const from = new Map<number, number>();
  let asked = urns;
  do {
    let query = db
      .selectFrom('school_link')
      .select(({ fn }) => ['urn', fn.min('linked_urn').as('linked')])
      .where('link_type', 'ilike', 'predecessor%')
      .groupBy('urn')
      .having(({ eb, fn }) => eb.and([eb(fn.countAll(), '=', 1), eb(fn.min('link_type'), '=', 'Predecessor')]));
    if (asked !== undefined) query = query.where('urn', '=', sql<number>`any(${[...asked]}::int[])`);
    const found = await query.execute();
    asked = urns === undefined ? [] : found.map(({ linked }) => linked).filter((linked) => !from.has(linked));
    for (const { urn, linked } of found) from.set(urn, linked);
  } while (asked.length > 0);
  return from;
}
