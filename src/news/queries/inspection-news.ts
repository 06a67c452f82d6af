import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { SAME_INSPECTION_DAYS } from '../../opendata/rules/tolerances.ts';
import { inspectionRecords } from '../../schools/queries/inspection-records.ts';
import { inspectionNews } from '../rules/inspection-news.ts';
import type { DrawnNews } from '../rules/news-item.ts';
import type { NewsPolicy } from '../rules/news-policy.ts';

/** Schools whose records are read at a time: few enough that the site answers between. */
const SCHOOLS_AT_ONCE = 200;

/** The news of inspections that an import was the first to tell of, as the file that stands now has them. */
export async function inspectionNewsOf(
  db: Kysely<Database>,
  { id, asAt }: { id: number; asAt: string },
  policy: NewsPolicy,
): Promise<DrawnNews[]> {
  const told = await standing(db, id);
  const urns = [...new Set(told.map(({ urn }) => urn))];
  const news: DrawnNews[] = [];
  for (let from = 0; from < urns.length; from += SCHOOLS_AT_ONCE) {
    const some = urns.slice(from, from + SCHOOLS_AT_ONCE);
    const records = await inspectionRecords(db, some);
    for (const { urn, name, laCode, inspectedOn, kind } of told.filter((one) => some.includes(one.urn))) {
      const record = records.get(urn)?.find((one) => one.inspectedOn === inspectedOn && one.kind === kind);
      const drawn = record === undefined ? null : inspectionNews({ urn, name, laCode }, record, asAt, policy);
      if (drawn !== null) news.push(drawn);
    }
  }
  return news;
}

/** The rows that stand now of the inspections that an import told first. */
function standing(db: Kysely<Database>, importId: number) {
  return db
    .selectFrom('inspection_first_told as t')
    .innerJoin('school as s', 's.urn', 't.urn')
    .innerJoin('inspection as i', (on) =>
      on
        .onRef('i.urn', '=', 't.urn')
        .onRef('i.kind', '=', sql.ref('t.kind'))
        .on(
          sql<boolean>`coalesce(i.inspection_number = t.inspection_number,
            abs(i.inspected_on - t.inspected_on) <= ${sql.lit(SAME_INSPECTION_DAYS)})`,
        ),
    )
    .where('t.import_id', '=', importId)
    .distinctOn(['t.urn', 't.inspected_on', 't.kind'])
    .select(['t.urn', 's.name', 's.la_code as laCode', 'i.inspected_on as inspectedOn', 'i.kind'])
    .orderBy('t.urn')
    .orderBy('t.inspected_on')
    .orderBy('t.kind')
    .execute();
}
