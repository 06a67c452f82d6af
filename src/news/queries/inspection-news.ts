import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { SAME_INSPECTION_DAYS } from '../../opendata/rules/tolerances.ts';
import { inspectionNews } from '../rules/inspection-news.ts';
import type { DrawnNews } from '../rules/news-item.ts';
import type { NewsPolicy } from '../rules/news-policy.ts';

/** The news of inspections that an import was the first to tell of, as the file that stands now has them. */
export async function inspectionNewsOf(
  db: Kysely<Database>,
  { id, asAt }: { id: number; asAt: string },
  policy: NewsPolicy,
): Promise<DrawnNews[]> {
  const rows = await db
    .selectFrom('inspection_first_told as t')
    .innerJoin('school as s', 's.urn', 't.urn')
    .innerJoin('inspection as i', (on) =>
      on
        .onRef('i.urn', '=', 't.urn')
        .on(sql<boolean>`abs(i.inspected_on - t.inspected_on) <= ${sql.lit(SAME_INSPECTION_DAYS)}`),
    )
    .where('t.import_id', '=', id)
    .distinctOn(['t.urn', 't.inspected_on'])
    .select(['t.urn', 's.name', 's.la_code as laCode', 'i.inspected_on', 'i.outcome', 'i.import_id', 'i.line'])
    .orderBy('t.urn')
    .orderBy('t.inspected_on')
    .execute();
  return rows.flatMap(({ urn, name, laCode, inspected_on: inspectedOn, outcome, import_id: importId, line }) => {
    const told = { inspectedOn, outcome, source: { importId, line } };
    return inspectionNews({ urn, name, laCode }, told, asAt, policy) ?? [];
  });
}
