import type { WholeInstance } from './whole-units.ts';

/** The best set of schools for one leader at given prices. */
export interface PricedSet {
  /** Sum of price minus cost over the set, less its load: 0 for the empty set, never below. */
  profit: number;
  /** Pairs of the set. */
  pairs: number[];
}

/** Finds one leader's best set; prices are per school. */
export type Pricer = (leader: number, prices: Float64Array) => PricedSet;

/**
 * Makes the function that finds, for one leader, the set of schools with the greatest total of price minus cost, less what
 * their number adds in load, that fits the leader's days and number of schools: an exact 0-1 knapsack with two limits, by dynamic programming over
 * days x schools (Kellerer, Pferschy and Pisinger, "Knapsack Problems", 2004, sections 2.3 and 9.7).
 *
 * Of several schools that need the same days, only the most profitable few that could fit together enter the table.
 * The tables are kept between calls, so one pricer serves one solve.
 *
 * Time: candidate schools x limit on schools x days.
 */
export function makePricer(instance: WholeInstance): Pricer {
  const { capacity, maxSchools, demand, leaderStart, pairSchool, pairCost, load, held } = instance;
  let best = new Float64Array(0);
  let taken = new Uint8Array(0);
  let candidates: number[] = [];
  const profit = new Float64Array(pairSchool.length);
  const countOfDemand = new Int32Array(Math.max(0, ...capacity) + 1);

  return (leader, prices) => {
    const days = capacity[leader]!;
    candidates = [];
    let leastDays = days;
    for (let k = leaderStart[leader]!; k < leaderStart[leader + 1]!; k++) {
      const p = prices[pairSchool[k]!]! - pairCost[k]!;
      if (p <= 0) continue;
      profit[k] = p;
      candidates.push(k);
      leastDays = Math.min(leastDays, demand[pairSchool[k]!]!);
    }
    const fitting = leastDays > 0 ? Math.floor(days / leastDays) : candidates.length;
    const limit = Math.min(maxSchools[leader]!, candidates.length, fitting);
    if (limit === 0) return { profit: 0, pairs: [] };
    if (limit === 1) {
      let top = candidates[0]!;
      for (const k of candidates) if (profit[k]! > profit[top]!) top = k;
      const worth = profit[top]! - load[leader]! * held[leader]!;
      return worth > 0 ? { profit: worth, pairs: [top] } : { profit: 0, pairs: [] };
    }

    candidates.sort((a, b) => profit[b]! - profit[a]! || a - b);
    let count = 0;
    for (const k of candidates) {
      const d = demand[pairSchool[k]!]!;
      const together = d === 0 ? limit : Math.min(limit, Math.floor(days / d));
      if (countOfDemand[d]!++ < together) candidates[count++] = k;
    }
    for (const k of candidates) countOfDemand[demand[pairSchool[k]!]!] = 0;

    const width = days + 1;
    const layer = (limit + 1) * width;
    if (best.length < layer) best = new Float64Array(layer);
    if (taken.length < layer * count) taken = new Uint8Array(2 * layer * count);
    best.fill(0, 0, layer);
    taken.fill(0, 0, layer * count);
    for (let c = 0; c < count; c++) {
      const k = candidates[c]!;
      const p = profit[k]!;
      const d = demand[pairSchool[k]!]!;
      for (let s = limit; s >= 1; s--) {
        // A set of fewer schools is charged too much here, and rightly in the row of its own number.
        const gain = p - load[leader]! * (held[leader]! + s - 1);
        const row = s * width;
        const from = row - width - d;
        const mark = c * layer + row;
        for (let w = days; w >= d; w--) {
          const value = best[from + w]! + gain;
          if (value > best[row + w]!) {
            best[row + w] = value;
            taken[mark + w] = 1;
          }
        }
      }
    }

    let most = 0;
    for (let s = 1; s <= limit; s++) if (best[s * width + days]! > best[most * width + days]!) most = s;
    const pairs: number[] = [];
    let s = most;
    let w = days;
    for (let c = count - 1; c >= 0; c--) {
      if (taken[c * layer + s * width + w] === 0) continue;
      pairs.push(candidates[c]!);
      w -= demand[pairSchool[candidates[c]!]!]!;
      s--;
    }
    return { profit: best[most * width + days]!, pairs };
  };
}
