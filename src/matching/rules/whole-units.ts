import type { Instance } from './instance.ts';
import { groupByKey, InstanceError, NOT_FIXED, pairOf } from './instance.ts';

/**
 * The same instance in whole numbers, so that the knapsacks are exact and every sum of costs and prices is too.
 *
 * Days are in steps of the greatest common divisor of what the schools need; costs are in steps of 1 / `costScale`.
 * Pairs that no best plan needs are left out: a leader with too few days, or a cost above the penalty. What is fixed is
 * taken out: the school then has no pair and costs nothing, and its leader has less to give.
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
  /** Cost steps of load: the s-th school of leader i costs load[i] x (held[i] + s - 1) more. */
  readonly load: Float64Array;
  readonly held: Int32Array;
  readonly rows: readonly WholeRow[];
  /** Row entries of pair k are `entryRow[e]`, `entryAmount[e]` for e from `entryStart[k]` up to `entryStart[k + 1]`. */
  readonly entryStart: Int32Array;
  readonly entryRow: Int32Array;
  readonly entryAmount: Float64Array;
  /** Cost steps in one unit of the instance's cost. */
  readonly costScale: number;
  /** Cost steps of what is fixed, which every plan pays. */
  readonly fixedCost: number;
  /** True when every plan costs a whole number of steps, so that a bound may be raised to the next. */
  readonly isWhole: boolean;
}

/** A limit over many pairs: what is fixed is already taken from `limit`. */
export interface WholeRow {
  readonly limit: number;
  /** Cost steps of each unit above the limit; Infinity when it is never passed. */
  readonly overPrice: number;
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
  const { leaders, schools, pairLeader: allLeaders, pairSchool: allSchools, fixed } = instance;
  const { demand, dayStep } = wholeDemand(instance);
  const { scale: costScale, isExact } = scaleOfCosts(instance);
  const steps = (cost: number): number => Math.floor(cost * costScale + 1e-6);
  const load = instance.load.map(steps);
  const taken = fixedPart(instance, steps, load);
  const maxSchools = instance.maxSchools.map((most, i) => most - taken.places[i]!);
  const capacity = Int32Array.from(instance.capacity, (days, i) => {
    const left = Math.floor((days - taken.days[i]!) / dayStep + 1e-9);
    const useful = Math.min(left, usefulSteps(instance, demand, i));
    if (useful > LARGEST_CAPACITY) {
      throw new InstanceError('capacity', i, `is ${days} days in steps of ${dayStep}: give needs in larger steps`);
    }
    return useful;
  });

  const spared = sparedByRows(instance);
  const kept: number[] = [];
  for (let k = 0; k < allLeaders.length; k++) {
    const [leader, school] = [allLeaders[k]!, allSchools[k]!];
    const fits = demand[school]! <= capacity[leader]! && maxSchools[leader]! > 0 && fixed[school] === NOT_FIXED;
    if (fits && instance.pairCost[k]! <= instance.penalty[school]! + spared[k]!) kept.push(k);
  }
  const pairLeader = Int32Array.from(kept, (k) => allLeaders[k]!);
  const pairSchool = Int32Array.from(kept, (k) => allSchools[k]!);
  const bySchool = groupByKey(pairSchool, schools);
  const rows = instance.rows.map((row) => ({
    limit: row.limit - row.pairs.reduce((sum, k, e) => sum + (taken.pairs.has(k) ? row.amounts[e]! : 0), 0),
    overPrice: row.overPrice === null ? Infinity : row.overPrice * costScale,
  }));
  return {
    leaders,
    schools,
    capacity,
    maxSchools,
    demand,
    penalty: Float64Array.from(instance.penalty, (cost, j) => (fixed[j] === NOT_FIXED ? steps(cost) : 0)),
    pairLeader,
    pairSchool,
    pairCost: Float64Array.from(kept, (k) => steps(instance.pairCost[k]!)),
    leaderStart: groupByKey(pairLeader, leaders).start,
    schoolStart: bySchool.start,
    schoolPairs: bySchool.members,
    load,
    held: instance.held.map((count, i) => count + taken.places[i]!),
    rows,
    ...rowEntries(instance, kept),
    costScale,
    fixedCost: taken.cost,
    isWhole: isExact && rows.every(({ overPrice }) => overPrice === Infinity),
  };
}

/** Cost steps that a leader's load adds when `count` schools of the instance are theirs. */
export function loadCost({ load, held }: WholeInstance, leader: number, count: number): number {
  return load[leader]! * (held[leader]! * count + (count * (count - 1)) / 2);
}

/** Cost steps of a set of a leader's pairs, with its load. */
export function costOfSet(
  instance: WholeInstance,
  { leader, pairs }: { leader: number; pairs: readonly number[] },
): number {
  let cost = loadCost(instance, leader, pairs.length);
  for (const pair of pairs) cost += instance.pairCost[pair]!;
  return cost;
}

/** What the fixed pairs cost and take of their leaders. */
function fixedPart(instance: Instance, steps: (cost: number) => number, load: Float64Array) {
  const days = new Float64Array(instance.leaders);
  const places = new Int32Array(instance.leaders);
  const pairs = new Set<number>();
  let cost = 0;
  instance.fixed.forEach((leader, school) => {
    if (leader === NOT_FIXED) return;
    const pair = pairOf(instance, leader, school);
    pairs.add(pair);
    cost += steps(instance.pairCost[pair]!) + load[leader]! * (instance.held[leader]! + places[leader]!);
    days[leader]! += instance.demand[school]!;
    places[leader]!++;
  });
  return { days, places, pairs, cost };
}

/** The most that each pair could spare of the prices of rows that it helps to keep. */
function sparedByRows({ rows, pairCost }: Instance): Float64Array {
  const spared = new Float64Array(pairCost.length);
  for (const { pairs, amounts, overPrice } of rows) {
    pairs.forEach((k, e) => {
      spared[k]! += Math.max(0, -amounts[e]!) * (overPrice ?? 0);
    });
  }
  return spared;
}

/** The rows' amounts by pair, for the pairs kept. */
function rowEntries({ rows, pairCost }: Instance, kept: readonly number[]) {
  const position = new Int32Array(pairCost.length).fill(-1);
  kept.forEach((k, at) => {
    position[k] = at;
  });
  const entries = rows.flatMap(({ pairs, amounts }, row) =>
    Array.from(pairs, (k, e) => ({ pair: position[k]!, row, amount: amounts[e]! })).filter(({ pair }) => pair !== -1),
  );
  const { start, members } = groupByKey(
    entries.map(({ pair }) => pair),
    kept.length,
  );
  return {
    entryStart: start,
    entryRow: Int32Array.from(members, (e) => entries[e]!.row),
    entryAmount: Float64Array.from(members, (e) => entries[e]!.amount),
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

function scaleOfCosts(instance: Instance): { scale: number; isExact: boolean } {
  const total = instance.penalty.reduce((sum, cost) => sum + cost, 0);
  if (total > LARGEST_TOTAL) {
    throw new InstanceError('penalty', null, `adds up to ${total}: give costs in a larger unit`);
  }
  const isExactAt = (scale: number): boolean => {
    const isExact = (cost: number): boolean => Math.round(cost * scale) / scale === cost;
    return [instance.penalty, instance.pairCost, instance.load].every((costs) => costs.every(isExact));
  };
  let scale = 1;
  while (!isExactAt(scale) && total * scale * 10 <= LARGEST_TOTAL && scale < 1e9) scale *= 10;
  return { scale, isExact: isExactAt(scale) };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
