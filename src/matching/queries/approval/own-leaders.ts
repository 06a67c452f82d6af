import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { designationPackAsAt } from '../../../leaders/queries.ts';
import { prospectTitle } from '../../../leaders/rules/prospect.ts';
import type { NeedRead } from '../../../need/queries.ts';
import { schoolFacts } from '../../../schools/queries.ts';
import { prospectLeader } from '../../rules/published-sides.ts';
import type { Leader } from '../../rules/sides.ts';
import { measuresCompared } from '../sides.ts';

/**
 * The heads of these schools who meet the published criteria and whose own school is not in need as the reader sees it, wherever help is
 * wanted: what a service brings into a pool. Days are of a year.
 */
export async function leadersOfSchools(
  db: Kysely<Database>,
  urns: ReadonlySet<number>,
  { needs, pack }: Pick<NeedRead, 'needs' | 'pack'>,
): Promise<Leader[]> {
  const asAt = needs[0]?.asAt;
  if (asAt === undefined) return [];
  const inNeed = new Set(needs.filter(({ category }) => pack.policy.inNeed.includes(category)).map(({ urn }) => urn));
  const rows = await db
    .selectFrom('prospect')
    .select(['urn', 'days_per_year as days', 'most_schools as mostSchools'])
    .where('policy_id', '=', designationPackAsAt(asAt).policy.id)
    .where('as_at', '=', asAt)
    .where('meets', '=', true)
    .where('urn', '=', sql<number>`any(${[...urns]}::int[])`)
    .execute();
  const able = new Map(rows.filter(({ urn }) => !inNeed.has(urn)).map((row) => [row.urn, row]));
  const measures = measuresCompared(needs.map((assessment) => ({ assessment })));
  const homes = await schoolFacts(db, { asAt, measures, urns: [...able.keys()] });
  return homes.map((school) => prospectLeader(school, prospectTitle(school), able.get(school.urn)!));
}
