import type { Highs } from 'highs';
import { certify } from '../../src/matching/rules/certify.ts';
import { buildInstance } from '../../src/matching/rules/instance.ts';
import { solve } from '../../src/matching/rules/solve.ts';
import { leastCost } from './brute-force.ts';
import { endless } from './instance.ts';
import { randomProblem } from './random-problem.ts';

const ALL_KINDS = { load: true, fixed: true, rows: true };

export interface Tried {
  /** How the answer differs from the best of every plan, proved and checked; null when it does not. */
  fault: string | null;
  byParts: boolean;
  partlyCovered: boolean;
  /** Nobody to help or nothing that could be done. */
  empty: boolean;
}

/** Solves the small problem of this number, has the answer checked, and compares it with every plan there is. */
export function tryEveryPlan(seed: number, highs: Highs): Tried {
  const instance = buildInstance(randomProblem(seed, ALL_KINDS));
  const least = leastCost(instance);
  const solution = solve(instance, { seed: 1, clock: endless, highs });
  const { objective, bound, gap, provedOptimal, uncovered, proof } = solution;
  const isLeast = (cost: number): boolean => Math.abs(cost - least) <= 1e-9 * Math.max(1, least);
  const isRight =
    isLeast(objective) &&
    isLeast(certify(instance, solution).objective) &&
    provedOptimal &&
    gap === 0 &&
    bound === objective;
  return {
    fault: isRight ? null : `problem ${seed}: ${objective} with the bound ${bound}, but the best costs ${least}`,
    byParts: proof.kind === 'parts',
    partlyCovered: uncovered > 0 && uncovered < instance.schools,
    empty: instance.schools === 0 || instance.pairCost.length === 0,
  };
}
