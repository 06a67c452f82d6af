import type { Instance } from './instance.ts';
import { InstanceError, groupByKey } from './instance.ts';

/**
 * The same instance in whole numbers, so that the knapsacks are exact and every sum of costs and prices is too.
 *
 * Days are in steps of the greatest common divisor of what the schools need; costs are in steps of 1 / `costScale`.
 * Pairs that no best plan needs are left out: a leader with too few days, or a cost above the penalty.
 */
export interface WholeInstance {
  readonly leaders: number;
  readonly schools: number;
  /** Day steps that each leader has; a part step is no use to any school, so it is dropped. */
  readonly capacity: Int32Array;
  readonly maxSchools: Int32Array;
  /** Day steps that each school needs. */
  readonly demand: Int32Array;
  /** Cost steps of leaving each school uncovered. */
  readonly penalty: Float64Array;
  readonly pairLeader: Int32Array;
  readonly pairSchool: Int32Array;
  /** Cost steps of each pair. */
  readonly pairCost: Float64Array;
  readonly leaderStart: Int32Array;
  readonly schoolStart: Int32Array;
  readonly schoolPairs: Int32Array;
  /** Cost steps in one unit of the instance's cost. */
  readonly costScale: number;
}

/** The largest total cost in steps: with prices on a grid of 2^-10 step, every sum stays below 2^53 and so is exact. */
const LARGEST_TOTAL = 2 ** 40;

/** Finest part of a day that a need may be given in. */
const LARGEST_DAY_SCALE = 1000;

/** More day steps than this for one leader would make the knapsack tables too large to be of use. */
const LARGEST_CAPACITY = 20_000;

/**
 * Turns days and costs into whole steps.
 *
 * Costs that are decimals (26.3 km) become exact; costs that are not are rounded down to a fine step, which keeps every
 * lower bound valid: the rounded instance never costs more than the true one.
 *
 * @throws InstanceError when needs are finer than a thousandth of a day, or the costs too large to add up exactly
 */
export function toWholeUnits(instance: Instance): WholeInstance {
  const { demand, dayStep } = wholeDemand(instance);
  const capacity = Int32Array.from(instance.capacity, (days, i) => {
    const steps = Math.floor(days / dayStep + 1e-9);
    const useful = Math.min(steps, usefulSteps(instance, demand, i));
    if (useful > LARGEST_CAPACITY) {
      throw new InstanceError('capacity', i, `is ${days} days in steps of ${dayStep}: give needs in larger steps`);
    }
    return useful;
  });
  const costScale = scaleOfCosts(instance);
  const steps = (cost: number): number => Math.floor(cost * costScale + 1e-6);

  const kept: number[] = [];
  for (let k = 0; k < instance.pairLeader.length; k++) {
    const [leader, school] = [instance.pairLeader[k]!, instance.pairSchool[k]!];
    const fits = demand[school]! <= capacity[leader]! && instance.maxSchools[leader]! > 0;
    if (fits && instance.pairCost[k]! <= instance.penalty[school]!) kept.push(k);
  }
  const pairLeader = Int32Array.from(kept, (k) => instance.pairLeader[k]!);
  const pairSchool = Int32Array.from(kept, (k) => instance.pairSchool[k]!);
  const bySchool = groupByKey(pairSchool, instance.schools);
  return {
    leaders: instance.leaders,
    schools: instance.schools,
    capacity,
    maxSchools: instance.maxSchools,
    demand,
    penalty: Float64Array.from(instance.penalty, steps),
    pairLeader,
    pairSchool,
    pairCost: Float64Array.from(kept, (k) => steps(instance.pairCost[k]!)),
    leaderStart: groupByKey(pairLeader, instance.leaders).start,
    schoolStart: bySchool.start,
    schoolPairs: bySchool.members,
    costScale,
  };
}

function wholeDemand(instance: Instance): { demand: Int32Array; dayStep: number } {
  let scale = 1;
  for (let j = 0; j < instance.schools; j++) {
    const days = instance.demand[j]!;
    while (scale <= LARGEST_DAY_SCALE && Math.round(days * scale) / scale !== days) scale *= 10;
    if (scale > LARGEST_DAY_SCALE) {
      throw new InstanceError('demand', j, `is ${days} days: give days to at most three decimal places`);
    }
  }
  const scaled = Array.from(instance.demand, (days) => Math.round(days * scale));
  const divisor = scaled.reduce(greatestCommonDivisor, 0) || 1;
  return { demand: Int32Array.from(scaled, (days) => days / divisor), dayStep: divisor / scale };
}

/** A leader can use no more days than all of their feasible schools need together. */
function usefulSteps(instance: Instance, demand: Int32Array, leader: number): number {
  let total = 0;
  for (let k = instance.leaderStart[leader]!; k < instance.leaderStart[leader + 1]!; k++) {
    total += demand[instance.pairSchool[k]!]!;
  }
  return total;
}

function scaleOfCosts(instance: Instance): number {
  const total = instance.penalty.reduce((sum, cost) => sum + cost, 0);
  if (total > LARGEST_TOTAL) {
    throw new InstanceError('penalty', null, `adds up to ${total}: give costs in a larger unit`);
  }
  const isExactAt = (scale: number): boolean => {
    const isExact = (cost: number): boolean => Math.round(cost * scale) / scale === cost;
    return instance.penalty.every(isExact) && instance.pairCost.every(isExact);
  };
  let scale = 1;
  while (!isExactAt(scale) && total * scale * 10 <= LARGEST_TOTAL && scale < 1e9) scale *= 10;
  return scale;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
