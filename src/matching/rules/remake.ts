import type { Obstacle } from './obstacles.ts';
import { type ContextDistance, type Weighed, weigh, type Weigher } from './pairing.ts';
import { type PlanProblem, planProblem, type ProblemResult } from './plan-problem.ts';
import { costOf } from './price-parts.ts';
import type { WeightChange } from './weights.ts';

/** Makes the problem of a plan anew under other weights. Needs and leaders keep their keys. */
export type Remake = (weights: WeightChange) => ProblemResult;

/**
 * Makes the same problem under one set of weights after another. Who can be a pair, and what its cost is worked out from, does not hang
 * on weights and is worked out once; it is remembered as long as the function is, for every pair within reach.
 */
export function remaking({ needs, pool, policy: own, options }: PlanProblem, context: ContextDistance): Remake {
  const known = new Map<string, Map<string, Weighed | Obstacle>>(needs.map(({ key }) => [key, new Map()]));
  const weighs: Weigher = (need, leader, policy, asks) => {
    const ofNeed = known.get(need.key)!;
    const found = ofNeed.get(leader.key) ?? weigh(need, leader, context, policy, asks);
    ofNeed.set(leader.key, found);
    return typeof found === 'string' ? found : { ...found, cost: costOf(found.amounts, policy.weights) };
  };
  return (weights) => planProblem(needs, pool, context, own, { ...options, weights }, weighs);
}
