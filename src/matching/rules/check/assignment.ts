import type { Instance } from '../instance.ts';
import { type Steps, stepsOf } from './steps.ts';

/** What an assignment costs, once it is shown that it keeps to every limit. */
export interface Checked {
  objective: number;
  uncovered: number;
}

/** An assignment that breaks a limit: a fault of the solver, never of its input. */
export class InfeasiblePlanError extends Error {
  override readonly name = 'InfeasiblePlanError';
}

/** Sums of decimals may differ in the last digit. */
const ROUNDING = 1e-9;

/**
 * Checks an assignment against every limit by the instance alone and returns its cost: pairs, load, schools left and
 * rows exceeded. Costs that are decimals are added up exactly.
 *
 * @throws InfeasiblePlanError naming the first thing that is broken
 */
export function checkAssignment(instance: Instance, assignment: readonly (number | null)[]): Checked {
  if (assignment.length !== instance.schools) throw new InfeasiblePlanError('The plan is not of these schools');
  const steps = stepsOf(instance);
  const days = new Float64Array(instance.leaders);
  const schools = new Int32Array(instance.leaders);
  const isChosen = new Uint8Array(instance.pairCost.length);
  let sum = 0;
  let uncovered = 0;
  assignment.forEach((leader, school) => {
    const fixed = instance.fixed[school]!;
    if (fixed >= 0 && leader !== fixed) throw new InfeasiblePlanError(`School ${school} is fixed to leader ${fixed}`);
    if (leader === null) {
      sum += inSteps(instance.penalty[school]!, steps);
      uncovered += 1;
      return;
    }
    const pair = possiblePair(instance, leader, school);
    isChosen[pair] = 1;
    sum += inSteps(instance.pairCost[pair]!, steps);
    days[leader]! += instance.demand[school]!;
    schools[leader]!++;
  });
  for (let leader = 0; leader < instance.leaders; leader++) {
    if (days[leader]! > instance.capacity[leader]! + ROUNDING || schools[leader]! > instance.maxSchools[leader]!) {
      throw new InfeasiblePlanError(`Leader ${leader} is given more than they can do`);
    }
    sum += inSteps(instance.load[leader]!, steps) * loadUnits(instance.held[leader]!, schools[leader]!);
  }
  for (const { name, pairs, amounts, limit, overPrice } of instance.rows) {
    let used = 0;
    for (let k = 0; k < pairs.length; k++) if (isChosen[pairs[k]!] === 1) used += amounts[k]!;
    if (used <= limit + ROUNDING * Math.max(1, Math.abs(limit))) continue;
    if (overPrice === null) throw new InfeasiblePlanError(`${name}: ${used} is above the limit of ${limit}`);
    sum += inSteps((used - limit) * overPrice, steps);
  }
  return { objective: sum / steps.scale, uncovered };
}

/** How many times its load a leader's schools weigh, after those held: each as often as there are schools before it. */
export function loadUnits(held: number, schools: number): number {
  return held * schools + (schools * (schools - 1)) / 2;
}

/** The position of a pair. Throws InfeasiblePlanError when there is no such pair. */
export function possiblePair(instance: Instance, leader: number, school: number): number {
  for (let k = instance.schoolStart[school]!; k < instance.schoolStart[school + 1]!; k++) {
    const pair = instance.schoolPairs[k]!;
    if (instance.pairLeader[pair] === leader) return pair;
  }
  throw new InfeasiblePlanError(`Leader ${leader} cannot help school ${school}`);
}

function inSteps(cost: number, { scale, isWhole }: Steps): number {
  return isWhole ? Math.round(cost * scale) : cost * scale;
}
