import { loadCost, type WholeInstance } from './whole-units.ts';

/** The pair chosen for each school, or `UNCOVERED`. */
export type Plan = Int32Array;

export const UNCOVERED = -1;

/** Cost steps of a plan: its pairs, the penalty of each school left uncovered, the load of each leader, rows passed. */
export function planCost(instance: WholeInstance, plan: Plan): number {
  let cost = 0;
  const count = new Int32Array(instance.leaders);
  for (let j = 0; j < instance.schools; j++) {
    const pair = plan[j]!;
    if (pair === UNCOVERED) cost += instance.penalty[j]!;
    else {
      cost += instance.pairCost[pair]!;
      count[instance.pairLeader[pair]!]!++;
    }
  }
  count.forEach((schools, leader) => {
    cost += loadCost(instance, leader, schools);
  });
  const amounts = amountsOf(instance, plan);
  instance.rows.forEach(({ limit, overPrice }, r) => {
    const over = amounts[r]! - limit;
    if (overPrice !== Infinity && over > 0) cost += over * overPrice;
  });
  return cost;
}

/** What pairs add to each row together. */
export function amountsOf(instance: WholeInstance, pairs: Iterable<number>): Float64Array {
  const { rows, entryStart, entryRow, entryAmount } = instance;
  const amounts = new Float64Array(rows.length);
  if (rows.length === 0) return amounts;
  for (const pair of pairs) {
    if (pair === UNCOVERED) continue;
    for (let e = entryStart[pair]!; e < entryStart[pair + 1]!; e++) amounts[entryRow[e]!]! += entryAmount[e]!;
  }
  return amounts;
}

/** Amounts are sums of decimals, and HiGHS keeps limits to a millionth. */
const ROW_TOLERANCE = 1e-6;

/** The first row that must not be passed and is, or -1. */
function rowPassed({ rows }: WholeInstance, amounts: Float64Array): number {
  return rows.findIndex(
    ({ limit, overPrice }, r) => overPrice === Infinity && amounts[r]! > limit + ROW_TOLERANCE * Math.max(1, limit),
  );
}

/**
 * Makes a plan keep to the rows that must not be passed, in place: while one is, the pair goes that spares least of the
 * plan for each unit it takes. Ends, since a plan without pairs passes none.
 */
export function mendRows(instance: WholeInstance, plan: Plan): void {
  const { entryStart, entryRow, entryAmount, pairCost, penalty } = instance;
  const amounts = amountsOf(instance, plan);
  for (let row = rowPassed(instance, amounts); row !== -1; row = rowPassed(instance, amounts)) {
    let worst = { school: -1, ratio: Infinity };
    plan.forEach((pair, school) => {
      if (pair === UNCOVERED) return;
      for (let e = entryStart[pair]!; e < entryStart[pair + 1]!; e++) {
        if (entryRow[e] !== row || entryAmount[e] === 0) continue;
        const ratio = (penalty[school]! - pairCost[pair]!) / entryAmount[e]!;
        if (ratio < worst.ratio) worst = { school, ratio };
      }
    });
    const pair = plan[worst.school]!;
    for (let e = entryStart[pair]!; e < entryStart[pair + 1]!; e++) amounts[entryRow[e]!]! -= entryAmount[e]!;
    plan[worst.school] = UNCOVERED;
  }
}

/** Pairs of each leader in a plan. */
export function setsOfPlan(instance: WholeInstance, plan: Plan): number[][] {
  const sets: number[][] = Array.from({ length: instance.leaders }, () => []);
  for (const pair of plan) if (pair !== UNCOVERED) sets[instance.pairLeader[pair]!]!.push(pair);
  return sets;
}

/** A plan from the leader of each school; a pair that is not possible, or more than its leader can do, is left out. */
export function planOfLeaders(instance: WholeInstance, leaders: readonly (number | null)[]): Plan {
  const { schoolStart, schoolPairs, pairLeader, demand, capacity, maxSchools } = instance;
  const plan = new Int32Array(instance.schools).fill(UNCOVERED);
  const days = capacity.slice();
  const places = maxSchools.slice();
  for (let school = 0; school < instance.schools; school++) {
    const leader = leaders[school] ?? null;
    if (leader === null) continue;
    const pair = schoolPairs
      .subarray(schoolStart[school], schoolStart[school + 1])
      .find((k) => pairLeader[k] === leader);
    if (pair === undefined || days[leader]! < demand[school]! || places[leader]! < 1) continue;
    days[leader]! -= demand[school]!;
    places[leader]!--;
    plan[school] = pair;
  }
  return plan;
}
