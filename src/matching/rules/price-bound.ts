import { PRICE_GRID } from './lagrangian.ts';
import type { Master, MasterPrices } from './master.ts';
import { mostPairs } from './odd-cuts.ts';
import type { SetSearch } from './sets.ts';
import type { WholeInstance } from './whole-units.ts';

/** Prices with the bound that they prove. */
export interface Proved {
  readonly prices: Omit<MasterPrices, 'leaders'>;
  /** Cost steps, fixed pairs apart. */
  readonly bound: number;
}

/**
 * The bound that prices prove over all sets, whatever columns are known: what schools, rows and cuts are priced at, less the
 * most that each leader can gain (docs/matching.md, "What is proved"). Prices are put on the grid first, so that
 * without rows every sum is exact.
 */
export function boundOf(
  { leaders, rows }: WholeInstance,
  search: SetSearch,
  master: Master,
  { schools, rows: rowPrices, cuts }: Omit<MasterPrices, 'leaders'>,
): Proved {
  const prices = { schools: schools.map(onGrid), rows: rowPrices, cuts: cuts.map(onGrid) };
  const values = master.setPrices(prices);
  let bound = prices.schools.reduce((sum, price) => sum + price, 0);
  prices.cuts.forEach((price, t) => {
    bound -= price * mostPairs(master.cuts[t]!);
  });
  prices.rows.forEach((price, r) => {
    bound -= price * rows[r]!.limit;
  });
  for (let leader = 0; leader < leaders; leader++) bound -= search.best(leader, values, 0, 1)[0]?.profit ?? 0;
  return { prices, bound };
}

function onGrid(price: number): number {
  return Math.round(price / PRICE_GRID) * PRICE_GRID;
}
