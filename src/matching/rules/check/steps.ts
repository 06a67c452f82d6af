import type { Instance } from '../instance.ts';

/** In what the checker counts costs. */
export interface Steps {
  /** Steps in one unit of cost: a power of ten. */
  readonly scale: number;
  /** Whether the cost of every plan is a whole number of steps. */
  readonly isWhole: boolean;
}

/** Decimals beyond these count as none: a third has no last decimal. */
const MOST_PLACES = 9;
/** Above this, sums of steps would no longer be exact. */
const LARGEST = 2 ** 52;

/**
 * The step of which the cost of every plan is a whole multiple: that of the last decimal among the costs of pairs, of
 * schools left, of load, and of each amount of a row at its price. `isWhole` is false where a cost is no decimal.
 */
export function stepsOf({ pairCost, penalty, load, rows }: Instance): Steps {
  const atPrice = rows.flatMap(({ amounts, limit, overPrice }) =>
    overPrice === null ? [] : [...distinct(amounts), limit].map((amount) => withoutTail(amount * overPrice)),
  );
  const costs = [...distinct(pairCost), ...distinct(penalty), ...distinct(load), ...new Set(atPrice)];
  const total = costs.reduce((sum, cost) => sum + Math.abs(cost), 0) + penalty.reduce((sum, cost) => sum + cost, 0);
  for (let places = 0; places <= MOST_PLACES; places++) {
    const scale = 10 ** places;
    if (total * scale > LARGEST) break;
    if (costs.every((cost) => Math.round(cost * scale) / scale === cost)) return { scale, isWhole: true };
  }
  return { scale: 1, isWhole: false };
}

/** 0.1 x 3 as 0.3: a product of decimals without the digits that binary adds to it. */
function withoutTail(value: number): number {
  return Number(value.toPrecision(12));
}

function distinct(values: ArrayLike<number>): Set<number> {
  return new Set(Array.from(values));
}
