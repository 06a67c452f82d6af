import { OPTIMAL_TOLERANCE, type Solution } from '../solution.ts';

/** What is known of a number: it lies between `least` and `most`. `exact` when they are the same, to the tolerance of a proof. */
export interface Range {
  least: number;
  /** Null when nothing is known from above. */
  most: number | null;
  exact: boolean;
}

/** A range in minutes, to the tenth that costs are given in (outwards, so that it still holds what it held); ends that agree to the tolerance of proofs are one exact number. */
export function rangeOf(least: number, most: number | null, scale: number): Range {
  if (most === null) return { least: tenth(least, Math.floor), most, exact: false };
  const exact = most - least <= 2 * OPTIMAL_TOLERANCE * Math.max(1, Math.abs(scale));
  if (exact) return { least: tenth(most, Math.round), most: tenth(most, Math.round), exact };
  return { least: tenth(least, Math.floor), most: tenth(most, Math.ceil), exact };
}

/**
 * By how much the best plan of a changed question costs more than the best plan of the question as it was (less than 0: it costs
 * less). The best of each lies between its bound and the plan found. Exact only where both plans are proved best.
 */
export function differenceOf(
  before: Pick<Solution, 'objective' | 'bound'>,
  after: Pick<Solution, 'objective' | 'bound'>,
): Range {
  return rangeOf(after.bound - before.objective, after.objective - before.bound, before.objective);
}

function tenth(value: number, to: (value: number) => number): number {
  // Sums of decimals leave digits behind that would carry an end a tenth too far. Not -0, which is written "-0".
  return to(Number((value * 10).toFixed(4))) / 10 + 0;
}
