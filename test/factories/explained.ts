import type { Highs } from 'highs';
import type { PairingResult } from '../../src/matching/rules/pairing.ts';
import type { Explaining } from '../../src/matching/rules/explain/ask.ts';
import type { Ground } from '../../src/matching/rules/explain/ground.ts';
import { pairBetween } from '../../src/matching/rules/explain/pair-between.ts';
import { reply } from '../../src/matching/rules/explain/reply.ts';
import type { Instance } from '../../src/matching/rules/instance.ts';
import { leadNeed, prospectLeader } from '../../src/matching/rules/published-sides.ts';
import type { Leader, Need } from '../../src/matching/rules/sides.ts';
import { solve } from '../../src/matching/rules/solve.ts';
import { planPolicyKind } from '../../src/matching/schema/plan-policy.ts';
import { policyAsAt } from '../../src/policies.ts';
import { endless } from './instance.ts';
import { schoolWith } from './school-facts.ts';

/** What stands behind a plan of an instance: made-up schools "School 1" and heads of "Home 1", pairs as the instance has them. */
export function groundOf(instance: Instance, highs: Highs, changes: Partial<Ground> = {}): Ground {
  const needs = Array.from({ length: instance.schools }, (_, j): Need => {
    const school = schoolWith({}, { urn: 100_001 + j, name: `School ${j + 1}`, northing: 222_000 + 1000 * j });
    const assessment: Need['assessment'] = {
      urn: school.urn,
      policyId: 'p',
      asAt: '2022-07-06',
      category: 'C',
      computed: 'C',
      decision: null,
      points: 0,
      because: '',
      indicators: [],
      missing: [],
    };
    return leadNeed(school, assessment, instance.demand[j]!);
  });
  const leaders = Array.from({ length: instance.leaders }, (_, i): Leader => {
    const school = schoolWith({}, { urn: 200_001 + i, name: `Home ${i + 1}`, easting: 512_000 + 1000 * i });
    return prospectLeader(school, `Headteacher, ${school.name}`, {
      days: instance.capacity[i]!,
      mostSchools: instance.maxSchools[i]!,
    });
  });
  const pairOf = (need: Need, leader: Leader): PairingResult => {
    const pair = pairBetween(instance, needs.indexOf(need), leaders.indexOf(leader));
    if (pair === null) return { ok: false, obstacle: 'too far' };
    const cost = instance.pairCost[pair]!;
    return { ok: true, pairing: { km: cost, minutes: cost, context: null, compared: [], cost } };
  };
  const problem = { needs, leaders, instance, candidates: [] };
  return {
    problem,
    solution: solve(instance, { seed: 1, clock: endless, highs }),
    policy: policyAsAt(planPolicyKind, '2022-07-06'),
    remake: () => problem,
    pairOf,
    spare: [],
    towns: [],
    ...changes,
  };
}

/** Runs an explanation to its end in this thread. */
export function explained<T>(explaining: Explaining<T>, highs: Highs): T {
  let next = explaining.next();
  while (next.done !== true) next = explaining.next(reply(next.value.ask, { highs, clock: endless, seed: 1 }));
  return next.value;
}
