import type { WholeInstance } from './whole-units.ts';
import type { Clock } from './clock.ts';
import type { Pricer } from './knapsack.ts';

/** A price for covering each school, and what those prices prove. */
export interface Pricing {
  /** Cost steps, on the grid of `PRICE_GRID`, from 0 to the school's penalty. */
  readonly prices: Float64Array;
  /** No plan costs fewer steps than this. Exact, for the prices are on the grid. */
  readonly bound: number;
}

/** Prices are whole multiples of this part of a step: a power of two, so that sums of prices and costs are exact. */
export const PRICE_GRID = 2 ** -10;

/** Rounds a price to the grid and keeps it between nothing and the penalty, where the best prices always lie. */
export function toPrice(value: number, penalty: number): number {
  return Math.min(penalty, Math.max(0, Math.round(value / PRICE_GRID) * PRICE_GRID));
}

/** What one look at the relaxed problem tells. */
export interface Relaxed extends Pricing {
  /** Each leader's best set of pairs at these prices; sets of different leaders may share schools. */
  readonly sets: number[][];
}

/**
 * The lower bound of given prices. Each leader takes the set of schools worth most to them; paying every school's price
 * and taking away what the leaders gain can never exceed the cost of any plan, since in a plan a covered school pays its
 * price to one leader at most and an uncovered one costs its penalty, which is no less than its price.
 *
 * bound = sum of prices - sum over leaders of the best total of (price - cost)
 */
export function relax(instance: WholeInstance, price: Pricer, prices: Float64Array): Relaxed {
  const sets: number[][] = [];
  let bound = prices.reduce((sum, p) => sum + p, 0);
  for (let i = 0; i < instance.leaders; i++) {
    const { profit, pairs } = price(i, prices);
    bound -= profit;
    sets.push(pairs);
  }
  return { prices, bound, sets };
}

const FIRST_STEP = 1;
/** The relaxed set model does the rest: it begins from these prices and is sooner at the end. */
const LAST_STEP = 0.03;
const PATIENCE = 30;
const SHRINK = 0.7;

/**
 * Raises the bound by moving prices against what the relaxed problem does wrong: a school that several leaders want is
 * worth less to each, one that nobody wants is worth more.
 *
 * Lagrangian relaxation of the cover rows (Fisher, "The Lagrangian relaxation method for solving integer programming
 * problems", Management Science 27, 1981). Steps are Polyak's, `step x (target - bound) / |direction|^2`; the direction
 * leans on the one before when the two disagree (Camerini, Fratta and Maffioli, Mathematical Programming Study 3, 1975),
 * which on these instances brings the bound within a hundred-thousandth of the best that any prices can prove.
 *
 * Begins with each price at the school's penalty: what it costs when nobody comes. Rows over many
 * pairs are left out, which can only lower the bound.
 *
 * @param target reads the cost of the best plan known
 * @param look called with every relaxed solution, so that plans can be made from it
 */
export function raisePrices(
  instance: WholeInstance,
  price: Pricer,
  target: () => number,
  look: (relaxed: Relaxed, round: number) => void,
  clock: Clock,
): Pricing {
  const direction = new Float64Array(instance.schools);
  let best = relax(instance, price, instance.penalty.slice());
  let current: Relaxed = best;
  let step = FIRST_STEP;
  let waited = 0;
  for (let round = 0; step >= LAST_STEP; round++) {
    look(current, round);
    if (target() <= Math.ceil(best.bound) || clock.shouldStop()) break;
    const lack = uncoveredness(instance, current);
    const overlap = dot(lack, direction);
    const lean = overlap < 0 ? (-1.5 * overlap) / dot(direction, direction) : 0;
    for (let j = 0; j < lack.length; j++) direction[j] = lack[j]! + lean * direction[j]!;
    const length = dot(direction, direction);
    if (length === 0) break;
    const stride = (step * Math.max(target() - current.bound, 1)) / length;
    const prices = current.prices.map((p, j) => toPrice(p + stride * direction[j]!, instance.penalty[j]!));

    current = relax(instance, price, prices);
    const gain = current.bound - best.bound;
    waited = gain > 1e-3 * (target() - best.bound) ? 0 : waited + 1;
    if (gain > 0) best = current;
    if (waited >= PATIENCE) {
      waited = 0;
      step *= SHRINK;
      current = best;
      direction.fill(0);
    }
  }
  // Nothing costs less than nothing, which no prices at all prove; a run cut short may not have come so far.
  return best.bound < 0 ? relax(instance, price, new Float64Array(instance.schools)) : best;
}

/** One less the number of leaders that want each school: the bound's slope, cut off where prices may not move. */
function uncoveredness(instance: WholeInstance, { prices, sets }: Relaxed): Float64Array {
  const lack = new Float64Array(instance.schools).fill(1);
  for (const pairs of sets) for (const pair of pairs) lack[instance.pairSchool[pair]!]!--;
  for (let j = 0; j < lack.length; j++) {
    const isStuck = lack[j]! > 0 ? prices[j]! >= instance.penalty[j]! : prices[j]! <= 0;
    if (isStuck) lack[j] = 0;
  }
  return lack;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
