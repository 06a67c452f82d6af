import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { designationPackAsAt } from '../../leaders/queries.ts';
import { prospectTitle } from '../../leaders/rules/prospect.ts';
import { needPackById, type NeedRead, readNeed, type SchoolNeed } from '../../need/queries.ts';
import { daysFor } from '../../need/rules/category.ts';
import { standingDecisions } from '../../need/queries/standing-decisions.ts';
import type { Category, NeedPolicy } from '../../need/rules/need-policy.ts';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { schoolFacts } from '../../schools/queries.ts';
import { lineageAsAt } from '../../schools/queries/lineage.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import type { PlanScope } from '../policy.ts';
import { CONTEXT_MEASURES } from '../rules/pair-reasons.ts';
import type { PlanPolicy } from '../rules/plan-policy.ts';
import { leadNeed, prospectLeader } from '../rules/published-sides.ts';
import type { Leader, Need } from '../rules/sides.ts';
import { failingMeasures } from '../rules/strength.ts';

/** Both sides of a plan, with the policy that need was drawn under. */
export interface PlanSides {
  needs: Need[];
  leaders: Leader[];
  needPolicy: NeedPolicy;
}

interface SidesAsked {
  /** The assessment of England that the plan starts from. */
  run: { policyId: string; asAt: string };
  /** Local authority code of the area; null for all of England. */
  laCode: number | null;
  furthestKm: number;
}

/**
 * The schools in need of an area, and the heads around them who meet the published criteria and whose own school is not in
 * need. Who is near enough is decided pair by pair.
 */
export async function sidesOfPlan(
  db: Kysely<Database>,
  scope: PlanScope,
  { run, laCode, furthestKm }: SidesAsked,
): Promise<PlanSides> {
  const read = await readNeed(db, scope, laCode === null ? { inNeed: true } : { laCode });
  if (read === null) throw new Error('Need was drawn, and is gone while the plan is made');
  const seen: ReadonlyMap<number, { category: Category }> =
    laCode === null ? await standingDecisions(db, scope, run) : new Map(read.needs.map((need) => [need.urn, need]));
  return sidesFrom(db, read, { run, seen, furthestKm });
}

/** The same from need that was read already. */
export async function sidesFrom(
  db: Kysely<Database>,
  read: Pick<NeedRead, 'needs' | 'pack'>,
  { run, seen, furthestKm }: Omit<Around, 'needPolicy'>,
): Promise<PlanSides> {
  const { policy: needPolicy } = read.pack;
  const assessed = read.needs.filter(({ category }) => needPolicy.inNeed.includes(category));
  const measures = measuresCompared(assessed.map((assessment) => ({ assessment })));
  const needs = await needsAssessed(db, assessed, { asAt: run.asAt, needPolicy, measures });
  const prospects = await lendersAround(db, needs, { seen, needPolicy, run, furthestKm });
  const homes = await schoolFacts(db, { asAt: run.asAt, measures, urns: [...prospects.keys()] });
  const leaders = homes.flatMap((school): Leader[] => {
    const capacity = prospects.get(school.urn);
    return capacity === undefined ? [] : [prospectLeader(school, prospectTitle(school), capacity)];
  });
  return { needs, leaders, needPolicy };
}

/** What a home school is compared on: every figure that any of these needs is judged by. */
type Compared = readonly (readonly [MeasureCode, number])[];

/** The need for a lead head of each of these schools, whatever its category; schools that are gone are left out. Days are of a year. */
export async function needsAssessed(
  db: Kysely<Database>,
  assessed: readonly SchoolNeed[],
  { asAt, needPolicy, measures }: { asAt: string; needPolicy: NeedPolicy; measures: Compared },
): Promise<Need[]> {
  const urns = assessed.map(({ urn }) => urn);
  const byUrn = new Map(assessed.map((assessment) => [assessment.urn, assessment]));
  const lineage = await lineageAsAt(db, asAt);
  // A school is compared by what its need was judged on; a head's school by its own record alone.
  return (await schoolFacts(db, { asAt, measures, urns, lineage })).flatMap((read): Need[] => {
    const assessment = byUrn.get(read.urn);
    if (assessment === undefined) return [];
    const school = asJudged(read, needPolicy.inherited);
    return [leadNeed(school, assessment, daysFor(needPolicy, assessment.category))];
  });
}

interface Around {
  /** How the plan's readers see schools of their own, under their own pack, entries and decisions. */
  seen: ReadonlyMap<number, { category: Category }>;
  needPolicy: NeedPolicy;
  run: SidesAsked['run'];
  furthestKm: number;
}

/** What each head who meets the criteria can give, by URN, in a rectangle around the schools in need. */
async function lendersAround(
  db: Kysely<Database>,
  needs: readonly Need[],
  { seen, needPolicy, run, furthestKm }: Around,
): Promise<Map<number, Pick<Leader, 'days' | 'mostSchools'>>> {
  const eastings = needs.flatMap(({ school: { easting } }) => easting ?? []);
  const northings = needs.flatMap(({ school: { northing } }) => northing ?? []);
  const reach = furthestKm * 1000;
  const rows = await db
    .selectFrom('prospect as p')
    .innerJoin('school as s', 's.urn', 'p.urn')
    .innerJoin('need_assessment as n', (join) =>
      join.onRef('n.urn', '=', 'p.urn').on('n.policy_id', '=', run.policyId).on('n.as_at', '=', run.asAt),
    )
    .select(['p.urn', 'p.days_per_year', 'p.most_schools', 'n.category'])
    .where('p.policy_id', '=', designationPackAsAt(run.asAt).policy.id)
    .where('p.as_at', '=', run.asAt)
    .where('p.meets', '=', true)
    .where('s.easting', '>=', smallest(eastings) - reach)
    .where('s.easting', '<=', largest(eastings) + reach)
    .where('s.northing', '>=', smallest(northings) - reach)
    .where('s.northing', '<=', largest(northings) + reach)
    .execute();
  const england = needPackById(run.policyId).policy;
  // A school in need keeps its own head: those of the readers by their own pack, others by England's.
  const able = rows.filter(({ urn, category }) => {
    const own = seen.get(urn);
    return own === undefined ? !england.inNeed.includes(category) : !needPolicy.inNeed.includes(own.category);
  });
  return new Map(able.map((row) => [row.urn, { days: row.days_per_year, mostSchools: row.most_schools }]));
}

// Not Math.min(...): all of England's schools are more arguments than a call takes. Nought for none, which finds nobody.
function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), values[0] ?? 0);
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), values[0] ?? 0);
}

/** Every figure that the pairs may be compared on: those at fault in any of the schools, and the context that reasons tell. */
export function measuresCompared(needs: readonly Pick<Need, 'assessment'>[]): (readonly [MeasureCode, number])[] {
  const all = [...needs.flatMap(failingMeasures), ...CONTEXT_MEASURES];
  return [...new Map(all.map((pair) => [pair.join(':'), pair])).values()];
}

/** The furthest that any phase's leader travels. */
export function furthestOf(policy: PlanPolicy): number {
  return Math.max(policy.phases.primary.furthestKm, policy.phases.secondary.furthestKm);
}
