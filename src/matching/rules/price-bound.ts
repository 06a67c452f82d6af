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
  instance: WholeInstance,
  search: SetSearch,
  master: Master,
  { schools, rows: rowPrices, cuts }: Omit<MasterPrices, 'leaders'>,
): Proved {
  const { leaders, rows } = instance;
  const grid = gridFor(instance);
  const onGrid = (price: number): number => Math.round(price / grid) * grid;
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

/** Sums of prices stay exact below this many parts of the grid. */
const MOST_PARTS_OF_GRID = 2 ** 51;
const FINEST_GRID = 2 ** -20;

/** The finest power of two on which all sums of prices and costs are exact. */
function gridFor({ penalty }: WholeInstance): number {
  const total = penalty.reduce((sum, cost) => sum + cost, 1);
  let grid = FINEST_GRID;
  while (total / grid > MOST_PARTS_OF_GRID) grid *= 2;
  return grid;
}
