import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { PlanScope } from '../../policy.ts';
import type { Ground } from '../../rules/explain/ground.ts';
import { pair } from '../../rules/pairing.ts';
import { remaking } from '../../rules/remake.ts';
import { placeOf } from '../../rules/travel.ts';
import type { SolvedArea } from '../plan-of-area.ts';
import { furthestOf, sidesOfPlan } from '../sides.ts';
import { townsAround } from './towns.ts';

/** Heads are looked for as far as this many times the furthest journey, to be told of where a longer one would do. */
const BEYOND = 2;

/** What explanations of an area's plan stand on: the plan, the heads around who are too far for it, and the towns. */
export async function groundOfArea(db: Kysely<Database>, scope: PlanScope, solved: SolvedArea): Promise<Ground> {
  const { problem, solution, findings, context, run, laCode } = solved;
  const furthestKm = furthestOf(problem.policy);
  const places = problem.needs.flatMap(({ school }) => placeOf(school) ?? []);
  const [around, towns] = await Promise.all([
    sidesOfPlan(db, scope, { run, laCode, furthestKm: BEYOND * furthestKm }),
    townsAround(db, places, furthestKm),
  ]);
  return {
    problem,
    solution,
    findings,
    remaking: () => remaking(problem, context),
    pairOf: (need, leader, policy) => pair(need, leader, context, policy),
    spare: around.leaders.filter(({ key }) => !problem.leaderAt.has(key)),
    towns,
  };
}
