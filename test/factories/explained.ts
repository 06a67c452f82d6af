import type { Highs } from 'highs';
import type { Pairing, PairingResult } from '../../src/matching/rules/pairing.ts';
import type { Explaining } from '../../src/matching/rules/explain/ask.ts';
import type { Ground } from '../../src/matching/rules/explain/ground.ts';
import { pairBetween } from '../../src/matching/rules/explain/pair-between.ts';
import { reply } from '../../src/matching/rules/explain/reply.ts';
import type { Instance } from '../../src/matching/rules/instance.ts';
import type { PlanProblem } from '../../src/matching/rules/plan-problem.ts';
import type { Leader, Need } from '../../src/matching/rules/sides.ts';
import { solve } from '../../src/matching/rules/solve.ts';
import { PART_CODES } from '../../src/matching/rules/weights.ts';
import { endless } from './instance.ts';
import { headOf, needFor, placedSchool, roundPolicy } from './matching.ts';

/** What stands behind a plan of an instance: made-up schools "School 1" and heads of "Home 1", pairs as the instance has them. */
export function groundOf(instance: Instance, highs: Highs, changes: Partial<Ground> = {}): Ground {
  const needs = Array.from({ length: instance.schools }, (_, j) => {
    const school = placedSchool(100_001 + j, { name: `School ${j + 1}`, northing: 220_000 + 1000 * j });
    return needFor(school, { days: instance.demand[j]! });
  });
  const leaders = Array.from({ length: instance.leaders }, (_, i) =>
    headOf(placedSchool(200_001 + i, { name: `Home ${i + 1}`, easting: 501_000 + 1000 * i }), {
      days: instance.capacity[i]!,
      mostSchools: instance.maxSchools[i]!,
    }),
  );
  const pairOf = (need: Need, leader: Leader): PairingResult => {
    const pair = pairBetween(instance, needs.indexOf(need), leaders.indexOf(leader));
    if (pair === null) return { ok: false, obstacle: 'too far' };
    const cost = instance.pairCost[pair]!;
    return { ok: true, pairing: pairingOf(cost) };
  };
  const problem: PlanProblem = {
    needs,
    leaders,
    pool: leaders,
    options: {},
    instance,
    candidates: needs.map((need) => ({
      candidates: leaders.flatMap((one, leader) => {
        const result = pairOf(need, one);
        return result.ok ? [{ leader, pairing: result.pairing }] : [];
      }),
      ruledOut: new Map(),
    })),
    policy: roundPolicy,
    placed: needs.map(() => null),
    rows: [],
    previous: { leader: needs.map(() => null), price: 0 },
    needAt: new Map(needs.map(({ key }, k) => [key, k])),
    leaderAt: new Map(leaders.map(({ key }, k) => [key, k])),
  };
  return {
    problem,
    solution: solve(instance, { seed: 1, clock: endless, highs }),
    findings: [],
    remaking: () => () => ({ ok: true, problem, findings: [] }),
    pairOf,
    spare: [],
    towns: [],
    ...changes,
  };
}

const NOTHING = PART_CODES.map(() => 0);

/** A pairing of which no more is known than what it costs. */
export function pairingOf(cost: number): Pairing {
  const journey = { km: cost, minutes: cost, how: 'straight line', roadKm: null, by: [], ferry: false } as const;
  return { ...journey, context: null, compared: [], amounts: { known: NOTHING, taken: NOTHING }, cost };
}

/** Runs an explanation to its end in this thread. */
export function explained<T>(explaining: Explaining<T>, highs: Highs): T {
  let next = explaining.next();
  while (next.done !== true) next = explaining.next(reply(next.value.ask, { highs, clock: endless, seed: 1 }));
  return next.value;
}
