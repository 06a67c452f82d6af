import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { registeredForTerm } from '../../../leaders/queries/register/for-planning.ts';
import type { SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import { needPackById, type NeedRead } from '../../../need/queries.ts';
import type { SchoolTerm } from '../../../need/rules/round/term.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { schoolFacts } from '../../../schools/queries.ts';
import type { PlanningScope } from '../../policy.ts';
import { registeredSide } from '../../rules/round/registered-side.ts';
import type { Leader, Need } from '../../rules/sides.ts';
import { withSponsorInterests } from '../../rules/sponsor-interests.ts';
import { measuresCompared } from '../sides.ts';
import { sponsorsOf } from '../sponsors.ts';

interface Planned {
  /** The term that the round plans. */
  term: SchoolTerm;
  read: Pick<NeedRead, 'needs' | 'pack'>;
  run: { policyId: string; asAt: string };
  /** The needs of the plan, which the homes are compared on. */
  needs: readonly Need[];
  support: SupportPolicy;
}

/**
 * The leaders of the service's register as a plan of a term takes them, wherever help is wanted. A home school that is in need, as the
 * service reads it or by England's pack, is marked so and lends nobody.
 */
export async function registeredLeaders(
  db: Kysely<Database>,
  scope: PlanningScope,
  { term, read, run, needs, support }: Planned,
): Promise<Leader[]> {
  const registered = await registeredForTerm(db, scope, { term, today: londonIsoDay(new Date()) });
  if (registered.length === 0) return [];
  const urns = [...new Set(registered.map(({ homeUrn }) => homeUrn))];
  const homes = await schoolFacts(db, { asAt: run.asAt, measures: measuresCompared(needs), urns });
  const inNeed = await homesInNeed(db, urns, read, run);
  const byUrn = new Map(homes.map((school) => [school.urn, school]));
  const leaders = registered.flatMap((leader): Leader[] => {
    const school = byUrn.get(leader.homeUrn);
    if (school === undefined) return [];
    return [registeredSide(leader, school, { support, homeRisk: inNeed.has(school.urn) ? 'in need' : 'none' })];
  });
  const sponsors = await sponsorsOf(db, [...needs.map(({ school }) => school.urn), ...urns], run.asAt);
  return withSponsorInterests(leaders, needs, sponsors);
}

/** A school of the reader's own by the reader's pack, others by England's. */
async function homesInNeed(
  db: Kysely<Database>,
  urns: readonly number[],
  { needs, pack }: Planned['read'],
  run: Planned['run'],
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('need_assessment')
    .select(['urn', 'category'])
    .where('policy_id', '=', run.policyId)
    .where('as_at', '=', run.asAt)
    .where('urn', '=', sql<number>`any(${[...urns]}::int[])`)
    .execute();
  const england = needPackById(run.policyId).policy.inNeed;
  const own = new Map(needs.map(({ urn, category }) => [urn, pack.policy.inNeed.includes(category)]));
  return new Set(rows.filter(({ urn, category }) => own.get(urn) ?? england.includes(category)).map(({ urn }) => urn));
}
