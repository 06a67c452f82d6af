import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { designationPackAsAt } from '../../leaders/queries.ts';
import { prospectTitle } from '../../leaders/rules/prospect.ts';
import { needOf, needPackById } from '../../need/queries.ts';
import { daysFor } from '../../need/rules/category.ts';
import { standingDecisions } from '../../need/queries/standing-decisions.ts';
import type { Decision } from '../../need/rules/decision.ts';
import type { NeedPolicy } from '../../need/rules/need-policy.ts';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { schoolFacts } from '../../schools/queries.ts';
import { lineageAsAt } from '../../schools/queries/lineage.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import type { PlanScope } from '../policy.ts';
import { CONTEXT_MEASURES } from '../rules/pair-reasons.ts';
import type { PlanPolicy } from '../rules/plan-policy.ts';
import type { Leader, SchoolInNeed } from '../rules/sides.ts';
import { failingMeasures } from '../rules/strength.ts';

/** Both sides of a plan, with the policy that need was drawn under. */
export interface PlanSides {
  needs: SchoolInNeed[];
  leaders: Leader[];
  needPolicy: NeedPolicy;
}

interface Asked {
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
  { run, laCode, furthestKm }: Asked,
): Promise<PlanSides> {
  const { asAt } = run;
  const { policy: needPolicy } = needPackById(run.policyId);
  const assessed = await needOf(db, scope, { categories: needPolicy.inNeed, ...(laCode !== null && { laCode }) });
  const measures = measuresCompared(assessed.map((assessment) => ({ assessment })));
  const urns = assessed.map(({ urn }) => urn);
  const byUrn = new Map(assessed.map((assessment) => [assessment.urn, assessment]));
  const lineage = await lineageAsAt(db, asAt);
  // A school is compared by what its need was judged on; a head's school by its own record alone.
  const needs = (await schoolFacts(db, { asAt, measures, urns, lineage })).flatMap((read): SchoolInNeed[] => {
    const assessment = byUrn.get(read.urn);
    if (assessment === undefined) return [];
    const school = asJudged(read, needPolicy.inherited);
    return [{ school, assessment, days: daysFor(needPolicy, assessment.category) }];
  });
  const decisions = await standingDecisions(db, scope, run);
  const prospects = await lendersAround(db, needs, { decisions, needPolicy, asAt, furthestKm });
  const homes = await schoolFacts(db, { asAt, measures, urns: [...prospects.keys()] });
  const leaders = homes.flatMap((school): Leader[] => {
    const capacity = prospects.get(school.urn);
    return capacity === undefined ? [] : [{ school, title: prospectTitle(school), ...capacity }];
  });
  return { needs, leaders, needPolicy };
}

interface Around {
  /** What the plan's readers decided of schools, which stands before what was worked out. */
  decisions: ReadonlyMap<number, Decision>;
  needPolicy: NeedPolicy;
  asAt: string;
  furthestKm: number;
}

/** What each head who meets the criteria can give, by URN, in a rectangle around the schools in need. */
async function lendersAround(
  db: Kysely<Database>,
  needs: readonly SchoolInNeed[],
  { decisions, needPolicy, asAt, furthestKm }: Around,
): Promise<Map<number, Pick<Leader, 'daysPerYear' | 'mostSchools'>>> {
  const eastings = needs.flatMap(({ school: { easting } }) => easting ?? []);
  const northings = needs.flatMap(({ school: { northing } }) => northing ?? []);
  const reach = furthestKm * 1000;
  const rows = await db
    .selectFrom('prospect as p')
    .innerJoin('school as s', 's.urn', 'p.urn')
    .innerJoin('need_assessment as n', (join) =>
      join.onRef('n.urn', '=', 'p.urn').on('n.policy_id', '=', needPolicy.id).on('n.as_at', '=', asAt),
    )
    .select(['p.urn', 'p.days_per_year', 'p.most_schools', 'n.category'])
    .where('p.policy_id', '=', designationPackAsAt(asAt).policy.id)
    .where('p.as_at', '=', asAt)
    .where('p.meets', '=', true)
    .where('s.easting', '>=', smallest(eastings) - reach)
    .where('s.easting', '<=', largest(eastings) + reach)
    .where('s.northing', '>=', smallest(northings) - reach)
    .where('s.northing', '<=', largest(northings) + reach)
    .execute();
  // A school in need keeps its own head.
  const able = rows.filter(
    ({ urn, category }) => !needPolicy.inNeed.includes(decisions.get(urn)?.category ?? category),
  );
  return new Map(able.map((row) => [row.urn, { daysPerYear: row.days_per_year, mostSchools: row.most_schools }]));
}

// Not Math.min(...): all of England's schools are more arguments than a call takes. Nought for none, which finds nobody.
function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), values[0] ?? 0);
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), values[0] ?? 0);
}

/** Every figure that the pairs may be compared on: those at fault in any of the schools, and the context that reasons tell. */
function measuresCompared(needs: readonly Pick<SchoolInNeed, 'assessment'>[]): (readonly [MeasureCode, number])[] {
  const all = [...needs.flatMap(failingMeasures), ...CONTEXT_MEASURES];
  return [...new Map(all.map((pair) => [pair.join(':'), pair])).values()];
}

/** The furthest that any phase's leader travels. */
export function furthestOf(policy: PlanPolicy): number {
  return Math.max(policy.phases.primary.furthestKm, policy.phases.secondary.furthestKm);
}
