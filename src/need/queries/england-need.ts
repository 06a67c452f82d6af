import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';
import type { readEnglandNeed } from '../policy.ts';
import { latestRun, needSeen, schoolsOf } from '../queries.ts';
import type { AreaNeeds } from '../rules/england-needs.ts';
import type { Category } from '../rules/need-policy.ts';
import { serviceOf } from '../rules/service-of.ts';
import { urnsOf } from './assess-under.ts';
import type { Run } from './standing-decisions.ts';

/** How many schools of England are in each category as worked out from published data: open, for it says nothing of any one school. */
export async function nationalCounts(db: Kysely<Database>): Promise<Record<Category, number>> {
  const counts: Record<Category, number> = { A: 0, B: 0, C: 0, D: 0 };
  const run = await latestRun(db);
  if (run === null) return counts;
  const rows = await db
    .selectFrom('need_assessment')
    .select((eb) => ['category', eb.fn.countAll<number>().as('schools')])
    .where('policy_id', '=', run.policyId)
    .where('as_at', '=', run.asAt)
    .groupBy('category')
    .execute();
  for (const { category, schools } of rows) counts[category as Category] = schools;
  return counts;
}

/** The newest assessment of England as the reader sees it, counted by area and category, in the order of the areas' names. */
export async function needOfEngland(
  db: Kysely<Database>,
  scope: Scope<typeof readEnglandNeed.verb>,
): Promise<AreaNeeds[]> {
  const run = await latestRun(db);
  if (run === null) return [];
  const own = await ownNeeds(db, scope, run);
  const areas = new Map<number, { laCode: number; laName: string; counts: Record<Category, number> }>();
  for (const row of await countedByArea(db, run)) {
    const area = areas.get(row.la_code) ?? {
      laCode: row.la_code,
      laName: row.la_name,
      counts: { A: 0, B: 0, C: 0, D: 0 },
    };
    area.counts[row.category as Category] = row.schools;
    areas.set(row.la_code, area);
  }
  for (const row of await storedOf(db, run, [...own.keys()])) {
    const { counts } = areas.get(row.la_code)!;
    counts[row.category as Category] -= 1;
    counts[own.get(row.urn)!] += 1;
  }
  return [...areas.values()];
}

function countedByArea(db: Kysely<Database>, run: Run) {
  return assessments(db, run)
    .select((eb) => ['s.la_code', 's.la_name', 'n.category', eb.fn.countAll<number>().as('schools')])
    .groupBy(['s.la_code', 's.la_name', 'n.category'])
    .orderBy('s.la_name')
    .execute();
}

/** The categories of the reader's own schools as they see them: under their own pack, with what they entered and decided. */
async function ownNeeds(
  db: Kysely<Database>,
  scope: Scope<typeof readEnglandNeed.verb>,
  run: Run,
): Promise<Map<number, Category>> {
  const own = scope.person?.acting?.organisation;
  if (own === undefined || serviceOf(scope) === null) return new Map();
  const which = own.laCode === null ? { urns: await urnsOf(db, schoolsOf(own)) } : { laCode: own.laCode };
  const { needs } = await needSeen(db, scope, which, run);
  return new Map(needs.map(({ urn, category }) => [urn, category]));
}

function storedOf(db: Kysely<Database>, run: Run, urns: number[]) {
  return assessments(db, run)
    .select(['s.urn', 's.la_code', 'n.category'])
    .where('s.urn', '=', sql<number>`any(${urns}::int[])`)
    .execute();
}

function assessments(db: Kysely<Database>, { policyId, asAt }: Run) {
  return db
    .selectFrom('need_assessment as n')
    .innerJoin('school as s', 's.urn', 'n.urn')
    .where('n.policy_id', '=', policyId)
    .where('n.as_at', '=', asAt);
}
