import { checkAssignment } from './check/assignment.ts';
import type { Instance } from './instance.ts';
import { OPTIMAL_TOLERANCE, type Solution } from './solution.ts';

/** What the search hands over, costs in the instance's own unit. */
interface Found {
  assignment: (number | null)[];
  bound: number;
  prices: number[];
  priceBound: number;
  byHand: (number | null)[];
  seconds: number;
}

/** The answer in full: what the assignment costs by the instance alone, and whether bound and cost meet. */
export function solutionOf(instance: Instance, found: Found): Solution {
  const { assignment, prices, priceBound, seconds } = found;
  const { objective: sum, uncovered } = checkAssignment(instance, assignment);
  const objective = plain(sum);
  const hand = checkAssignment(instance, found.byHand);
  const tolerance = OPTIMAL_TOLERANCE * Math.max(1, Math.abs(objective));
  const provedOptimal = objective - found.bound <= tolerance;
  const bound = provedOptimal ? objective : plain(found.bound);
  return {
    assignment,
    objective,
    bound,
    gap: objective === 0 ? 0 : (objective - bound) / objective,
    provedOptimal,
    uncovered,
    seconds,
    byHand: { objective: plain(hand.objective), covered: instance.schools - hand.uncovered },
    proof: {
      kind: found.bound - priceBound <= tolerance ? 'prices' : 'search',
      prices,
      cuts: [],
      rowPrices: [],
      priceBound: plain(priceBound),
    },
  };
}

/** A sum of decimals without the last digits that adding them in binary leaves: 1780, not 1780.0000000000002. */
function plain(sum: number): number {
  return Number(sum.toPrecision(12));
}
