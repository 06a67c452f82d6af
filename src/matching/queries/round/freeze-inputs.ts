import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { designationPackAsAt } from '../../../leaders/queries.ts';
import { latestRun, type NeedRead } from '../../../need/queries.ts';
import { entitlements } from '../../../need/queries/entitlements.ts';
import { keptFeatureSpace, similarPolicyAsAt } from '../../../similar/queries.ts';
import type { SchoolTerm } from '../../../need/rules/round/term.ts';
import type { PlanningScope } from '../../policy.ts';
import { freezeSpace } from '../../rules/round/frozen-context.ts';
import type { RoundInputs } from '../../rules/round/inputs.ts';
import { daysInTerm } from '../../rules/round/planning-term.ts';
import { withoutRegistered } from '../../rules/round/registered-side.ts';
import type { PlanningRoundPolicy } from '../../rules/round/round-policy.ts';
import type { PlanPolicy } from '../../rules/plan-policy.ts';
import type { Leader, Need } from '../../rules/sides.ts';
import { kilometres, placeOf } from '../../rules/travel.ts';
import type { AskRoads } from '../../rules/travel/road-times.ts';
import { travelFrozen } from '../../rules/travel/travel-frozen.ts';
import { planPolicyAsAt, withRoads } from '../plan-policy.ts';
import { furthestOf, sidesFrom } from '../sides.ts';
import { registeredLeaders } from './registered-leaders.ts';

/**
 * Everything that the plans of a round are worked out from, as it stands: the schools in need of the service as it reads them, with the
 * days that its newest round of moderation entitles them to, the leaders of its register with what they have left in the term, the heads
 * around whom the register does not know, where all schools within reach stand in context,
 * what the road service says of the journeys between them where there is one, and the policies. Days are those of one term. Null when no
 * need has been drawn yet.
 */
export async function freezeInputs(
  db: Kysely<Database>,
  scope: PlanningScope,
  read: Pick<NeedRead, 'needs' | 'pack'>,
  { term, roundPolicy }: { term: SchoolTerm; roundPolicy: PlanningRoundPolicy },
  askRoads: AskRoads | null,
): Promise<RoundInputs | null> {
  const run = await latestRun(db);
  if (run === null) return null;
  const { asAt } = run;
  const holding = planPolicyAsAt(asAt);
  const furthestKm = furthestOf(holding);
  const seen = new Map(read.needs.map((need) => [need.urn, need]));
  const sides = await sidesFrom(db, read, { run, seen, furthestKm });
  const [newest] = await entitlements(db, scope);
  const entitled = new Map(newest?.schools.map(({ urn, daysPerYear }) => [urn, daysPerYear]));
  const similar = similarPolicyAsAt(asAt);
  const urns = await schoolsAround(db, sides.needs, furthestKm);
  const spaces = await Promise.all(
    (['primary', 'secondary'] as const).map(async (group) =>
      freezeSpace(await keptFeatureSpace(db, similar, group), urns),
    ),
  );
  const { support } = holding;
  const registered = await registeredLeaders(db, scope, { term, read, run, needs: sides.needs, support });
  const prospects = withoutRegistered(sides.leaders, registered, support)
    .filter((leader) => isWithinReach(leader, sides.needs, holding))
    .map((leader) => ({ ...leader, days: daysInTerm(leader.days, roundPolicy) }));
  const leaders = [...registered, ...prospects];
  const policy = await withRoads(holding, { needs: sides.needs, leaders }, askRoads);
  return {
    asAt,
    needs: sides.needs.map((need) => ({
      ...need,
      days: daysInTerm(entitled.get(need.school.urn) ?? need.days, roundPolicy),
    })),
    leaders,
    context: spaces,
    policy,
    policies: {
      need: sides.needPolicy.title,
      designation: designationPackAsAt(asAt).policy.title,
      similar: similar.title,
    },
    travel: travelFrozen(policy.travel).join(' '),
  };
}

/** Whether any need of the leader's phase is near enough; the sides were read by a rectangle and by the furthest of both phases. */
function isWithinReach({ school: home }: Leader, needs: readonly Need[], policy: PlanPolicy): boolean {
  const from = placeOf(home);
  return (
    from !== null &&
    needs.some(({ school }) => {
      const to = placeOf(school);
      if (to === null || school.phaseGroup !== home.phaseGroup) return false;
      return kilometres(from, to) <= policy.phases[home.phaseGroup].furthestKm;
    })
  );
}

/** Open schools in a rectangle around the needs: whoever is added as a leader later is compared by what held then. */
async function schoolsAround(db: Kysely<Database>, needs: readonly Need[], km: number): Promise<number[]> {
  const places = needs.flatMap(({ school: { easting, northing } }) =>
    easting === null || northing === null ? [] : [{ easting, northing }],
  );
  if (places.length === 0) return needs.map(({ school }) => school.urn);
  const reach = km * 1000;
  const eastings = places.map(({ easting }) => easting).toSorted((a, b) => a - b);
  const northings = places.map(({ northing }) => northing).toSorted((a, b) => a - b);
  const rows = await db
    .selectFrom('school')
    .select('urn')
    .where('easting', '>=', eastings[0]! - reach)
    .where('easting', '<=', eastings.at(-1)! + reach)
    .where('northing', '>=', northings[0]! - reach)
    .where('northing', '<=', northings.at(-1)! + reach)
    .execute();
  return rows.map(({ urn }) => urn);
}
