import type { PricedCuts } from './odd-cuts.ts';
import type { WholeInstance } from './whole-units.ts';

/** One way to use a leader: the pairs taken together. */
export interface LeaderSet {
  readonly leader: number;
  readonly pairs: readonly number[];
}

/** What sets are valued at, in cost steps. */
export interface SetPrices {
  /** What covering each school is worth; a school at `CLOSED` is left out. */
  readonly schools: Float64Array;
  /** What each pair costs on top, for the rows that it takes from; Infinity shuts it out; null when nothing is. */
  readonly surcharge: Float64Array | null;
  /** What a set pays for each pair of a cut's members that it holds; null when there are no cuts. */
  readonly cuts: PricedCuts | null;
}

/** A set with its profit: price less cost of its pairs, less its load, surcharges and cuts. */
export interface ValuedSet {
  readonly pairs: number[];
  readonly profit: number;
}

/** The price of a school that no set may hold. */
export const CLOSED = -Infinity;

/** Searches one leader's sets; keeps its tables between calls, so one serves one solve. */
export interface SetSearch {
  /**
   * Every set worth at least `leastProfit`, which may be negative, cuts apart; the empty set is left out. Null when there
   * are more than `most`.
   */
  above(leader: number, prices: SetPrices, leastProfit: number, most: number): LeaderSet[] | null;
  /** The `most` most profitable sets worth more than `least`, cuts paid, the best first. */
  best(leader: number, prices: SetPrices, least: number, most: number): ValuedSet[];
}

/**
 * Makes the search for sets that fit a leader's days and number of schools. Depth first, with the most that the pairs still
 * to come can add known exactly (cuts apart, which only take away) from a table over pairs x schools x days filled
 * backwards: without cuts no branch is entered that does not hold a set to list.
 */
export function makeSetSearch(instance: WholeInstance): SetSearch {
  const { demand, pairSchool, pairCost, leaderStart, load, held, leaders } = instance;
  let table = new Float64Array(0);
  let pairs: number[] = [];
  let profit: number[] = [];
  let need: number[] = [];
  let days = 0;
  let places = 0;
  let width = 0;
  let layer = 0;

  /** Fills `table`: at [c][s][w] the greatest profit of a set of 1 to s of the pairs from c on, within w days. */
  const prepare = (leader: number, { schools, surcharge }: SetPrices, isPositiveOnly: boolean): void => {
    const worth: { pair: number; value: number }[] = [];
    for (let k = leaderStart[leader]!; k < leaderStart[leader + 1]!; k++) {
      const price = schools[pairSchool[k]!]!;
      if (price === CLOSED) continue;
      const value = price - pairCost[k]! - (surcharge === null ? 0 : surcharge[k]!);
      if (value > (isPositiveOnly ? 0 : CLOSED)) worth.push({ pair: k, value });
    }
    worth.sort((a, b) => b.value - a.value || a.pair - b.pair);
    pairs = worth.map(({ pair }) => pair);
    profit = worth.map(({ value }) => value);
    need = pairs.map((k) => demand[pairSchool[k]!]!);
    days = instance.capacity[leader]!;
    places = Math.min(instance.maxSchools[leader]!, pairs.length);
    width = days + 1;
    layer = (places + 1) * width;
    const size = (pairs.length + 1) * layer;
    if (table.length < size) table = new Float64Array(2 * size);
    table.fill(-Infinity, pairs.length * layer, size);
    for (let c = pairs.length - 1; c >= 0; c--) {
      const here = c * layer;
      table.copyWithin(here, here + layer, here + 2 * layer);
      for (let s = 1; s <= places; s++) {
        const gain = profit[c]! - loadOfNext(leader, s);
        for (let w = need[c]!; w <= days; w++) {
          const after = table[here + layer + (s - 1) * width + w - need[c]!]!;
          const value = gain + (after > 0 ? after : 0);
          if (value > table[here + s * width + w]!) table[here + s * width + w] = value;
        }
      }
    }
  };
  /** What the next school adds in load when `room` places are left. */
  const loadOfNext = (leader: number, room: number): number => load[leader]! * (held[leader]! + places - room);

  return {
    above(leader, prices, leastProfit, most) {
      prepare(leader, prices, false);
      const found: LeaderSet[] = [];
      const chosen: number[] = [];
      const search = (from: number, left: number, room: number, total: number): boolean => {
        for (let c = from; total + table[c * layer + room * width + left]! >= leastProfit; c++) {
          if (need[c]! > left) continue;
          const reached = total + profit[c]! - loadOfNext(leader, room);
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
    },

    best(leader, prices, least, most) {
      prepare(leader, prices, true);
      const { cuts } = prices;
      const found: ValuedSet[] = [];
      let threshold = least;
      const chosen: number[] = [];
      cuts?.enter(leader);
      const search = (from: number, left: number, room: number, total: number): void => {
        for (let c = from; total + table[c * layer + room * width + left]! > threshold; c++) {
          if (need[c]! > left) continue;
          const row = leaders + pairSchool[pairs[c]!]!;
          const reached = total + profit[c]! - loadOfNext(leader, room) - (cuts?.enter(row) ?? 0);
          chosen.push(pairs[c]!);
          if (reached > threshold) {
            const at = found.findIndex((other) => other.profit < reached);
            found.splice(at === -1 ? found.length : at, 0, { pairs: chosen.slice(), profit: reached });
            if (found.length > most) found.pop();
            if (found.length === most) threshold = Math.max(threshold, found.at(-1)!.profit);
          }
          search(c + 1, left - need[c]!, room - 1, reached);
          chosen.pop();
          cuts?.leave(row);
        }
      };
      search(0, days, places, 0);
      cuts?.leave(leader);
      return found;
    },
  };
}
