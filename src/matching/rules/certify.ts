import type { Instance } from './instance.ts';
import { OPTIMAL_TOLERANCE, type Solution } from './solution.ts';

/** What an assignment costs, once it is shown that it keeps to every limit. */
export interface Checked {
  objective: number;
  uncovered: number;
}

/** An assignment that breaks a limit: a fault of the solver, never of its input. */
export class InfeasiblePlanError extends Error {
  override readonly name = 'InfeasiblePlanError';
}

/** A figure of a solution that its own assignment or prices do not bear out: a fault of the solver. */
export class UnprovenError extends Error {
  override readonly name = 'UnprovenError';
}

/**
 * Checks a solution by the instance alone, sharing no code with the solver: the assignment keeps to every limit and
 * costs what is said; the prices prove the bound that is said to be theirs; nothing is called optimal that is not.
 *
 * A bound of kind `search` above `priceBound` rests on HiGHS's branch and bound and is not checked beyond its order.
 *
 * @throws InfeasiblePlanError or UnprovenError naming what is wrong
 */
export function certify(instance: Instance, solution: Solution): void {
  const { assignment, objective, bound, uncovered, provedOptimal, proof } = solution;
  const checked = checkAssignment(instance, assignment);
  const tolerance = OPTIMAL_TOLERANCE * Math.max(1, Math.abs(checked.objective));
  const proved = boundOfPrices(instance, proof.prices);
  const faults: [isWrong: boolean, what: string][] = [
    [Math.abs(objective - checked.objective) > tolerance, `The plan costs ${checked.objective}, not ${objective}`],
    [uncovered !== checked.uncovered, `${checked.uncovered} schools are uncovered, not ${uncovered}`],
    [proof.priceBound > proved + tolerance, `The prices prove ${proved}, not ${proof.priceBound}`],
    [proof.kind === 'prices' && bound > proved + tolerance, `The prices prove ${proved}, not ${bound}`],
    [bound > objective + tolerance, `The bound ${bound} is above the cost ${objective}`],
    [provedOptimal && objective - bound > tolerance, `${objective} is called optimal above ${bound}`],
  ];
  for (const [isWrong, what] of faults) if (isWrong) throw new UnprovenError(what);
}

/** Checks an assignment against every limit and returns its cost. Throws InfeasiblePlanError naming what is broken. */
export function checkAssignment(instance: Instance, assignment: readonly (number | null)[]): Checked {
  const days = new Float64Array(instance.leaders);
  const places = new Int32Array(instance.leaders);
  let objective = 0;
  let uncovered = 0;
  if (assignment.length !== instance.schools) throw new InfeasiblePlanError('The plan is not of these schools');
  assignment.forEach((leader, school) => {
    if (leader === null) {
      objective += instance.penalty[school]!;
      uncovered += 1;
      return;
    }
    objective += costOf(instance, leader, school);
    days[leader]! += instance.demand[school]!;
    places[leader]!++;
  });
  for (let leader = 0; leader < instance.leaders; leader++) {
    // Days are sums of decimals, so the last digit may differ.
    if (days[leader]! > instance.capacity[leader]! + 1e-9 || places[leader]! > instance.maxSchools[leader]!) {
      throw new InfeasiblePlanError(`Leader ${leader} is given more than they can do`);
    }
  }
  return { objective, uncovered };
}

/**
 * The bound that prices prove: their sum, less the most that each leader could gain by a set of schools worth more at
 * the prices than it costs. When all costs are multiples of one decimal, so is the cost of every plan, and the bound is
 * raised to the next multiple. In the unit of the instance's costs.
 */
export function boundOfPrices(instance: Instance, prices: readonly number[]): number {
  if (prices.length !== instance.schools) throw new UnprovenError('The prices are not of these schools');
  let bound = 0;
  for (const [school, price] of prices.entries()) {
    // Above the penalty, leaving the school uncovered is what costs least.
    if (!Number.isFinite(price)) throw new UnprovenError(`The price of school ${school} is ${price}`);
    bound += Math.min(price, instance.penalty[school]!);
  }
  for (let leader = 0; leader < instance.leaders; leader++) bound -= mostGain(instance, leader, prices);
  const places = decimalPlaces([...instance.pairCost, ...instance.penalty]);
  // A sum of thousands of decimals is right to about nine places after the leading digit.
  return places === null ? bound : Math.ceil(bound * 10 ** places - 1e-9 * Math.max(1, bound)) / 10 ** places;
}

/** The best of all sets of one leader, by the days used (in thousandths) and the number of schools. */
function mostGain(instance: Instance, leader: number, prices: readonly number[]): number {
  const capacity = Math.floor(instance.capacity[leader]! * 1000 + 1e-6);
  const gainByDays: Map<number, number>[] = [new Map([[0, 0]])];
  for (let k = instance.leaderStart[leader]!; k < instance.leaderStart[leader + 1]!; k++) {
    const school = instance.pairSchool[k]!;
    const gain = Math.min(prices[school]!, instance.penalty[school]!) - instance.pairCost[k]!;
    if (gain <= 0) continue;
    const need = Math.round(instance.demand[school]! * 1000);
    for (let count = Math.min(gainByDays.length, instance.maxSchools[leader]!); count >= 1; count--) {
      const more = gainByDays[count] ?? (gainByDays[count] = new Map<number, number>());
      for (const [days, total] of gainByDays[count - 1]!) {
        if (days + need > capacity) continue;
        more.set(days + need, Math.max(more.get(days + need) ?? 0, total + gain));
      }
    }
  }
  let most = 0;
  for (const gains of gainByDays) for (const gain of gains.values()) most = Math.max(most, gain);
  return most;
}

/** The decimal places that every one of the costs can be written with, up to 6, or null. */
function decimalPlaces(costs: readonly number[]): number | null {
  for (let places = 0; places <= 6; places++) {
    const scale = 10 ** places;
    if (costs.every((cost) => Math.round(cost * scale) / scale === cost)) return places;
  }
  return null;
}

function costOf(instance: Instance, leader: number, school: number): number {
  for (let k = instance.schoolStart[school]!; k < instance.schoolStart[school + 1]!; k++) {
    const pair = instance.schoolPairs[k]!;
    if (instance.pairLeader[pair] === leader) return instance.pairCost[pair]!;
  }
  throw new InfeasiblePlanError(`Leader ${leader} cannot help school ${school}`);
}
