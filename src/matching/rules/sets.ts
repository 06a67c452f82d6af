import type { WholeInstance } from './whole-units.ts';

/** One way to use a leader: the pairs taken together. */
export interface LeaderSet {
  readonly leader: number;
  readonly pairs: readonly number[];
}

/**
 * Lists every set of a leader's pairs that fits their days and number of schools and whose profit (sum of price minus
 * cost) is at least `leastProfit`, which may be negative; the empty set is left out.
 *
 * Depth first, with the best that the pairs still to come can add known exactly from a table over pairs x schools x days
 * filled backwards: no branch is entered that does not hold a set to list.
 *
 * @param prices a price a school; a school at a negative price is left out
 * @param most stop at more sets than this
 * @returns null when there are more than `most`
 */
export function setsAbove(
  instance: WholeInstance,
  leader: number,
  prices: Float64Array,
  leastProfit: number,
  most: number,
): LeaderSet[] | null {
  const { demand, pairSchool, pairCost } = instance;
  const pairs: number[] = [];
  for (let k = instance.leaderStart[leader]!; k < instance.leaderStart[leader + 1]!; k++) {
    if (prices[pairSchool[k]!]! >= 0) pairs.push(k);
  }
  const days = instance.capacity[leader]!;
  const places = Math.min(instance.maxSchools[leader]!, pairs.length);
  const profit = pairs.map((k) => prices[pairSchool[k]!]! - pairCost[k]!);
  const need = pairs.map((k) => demand[pairSchool[k]!]!);

  // bestFrom[c][s][w]: greatest profit of a set of 1 to s of the pairs from c on, within w days.
  const width = days + 1;
  const layer = (places + 1) * width;
  const bestFrom = new Float64Array((pairs.length + 1) * layer).fill(-Infinity);
  for (let c = pairs.length - 1; c >= 0; c--) {
    const here = c * layer;
    bestFrom.copyWithin(here, here + layer, here + 2 * layer);
    for (let s = 1; s <= places; s++) {
      for (let w = need[c]!; w <= days; w++) {
        const after = bestFrom[here + layer + (s - 1) * width + w - need[c]!]!;
        const value = profit[c]! + (after > 0 ? after : 0);
        if (value > bestFrom[here + s * width + w]!) bestFrom[here + s * width + w] = value;
      }
    }
  }

  const found: LeaderSet[] = [];
  const chosen: number[] = [];
  const search = (from: number, left: number, room: number, total: number): boolean => {
    for (let c = from; total + bestFrom[c * layer + room * width + left]! >= leastProfit; c++) {
      if (need[c]! > left) continue;
      const reached = total + profit[c]!;
      chosen.push(pairs[c]!);
      if (reached >= leastProfit) {
        if (found.length === most) return false;
        found.push({ leader, pairs: chosen.slice() });
      }
      if (!search(c + 1, left - need[c]!, room - 1, reached)) return false;
      chosen.pop();
    }
    return true;
  };
  return search(0, days, places, 0) ? found : null;
}
