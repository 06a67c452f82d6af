import type { Instance } from './instance.ts';

/** What an assignment costs, once it is shown that it keeps to every limit. */
export interface Checked {
  objective: number;
  uncovered: number;
}

/** An assignment that breaks a limit: a fault of the solver, never of its input. */
export class InfeasiblePlanError extends Error {
  override readonly name = 'InfeasiblePlanError';
}

/**
 * Checks an assignment against the instance alone, sharing no code with the solver: every pair is possible, nobody gives
 * more days or helps more schools than they can. Returns its cost. Throws InfeasiblePlanError naming what is broken.
 */
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

function costOf(instance: Instance, leader: number, school: number): number {
  for (let k = instance.schoolStart[school]!; k < instance.schoolStart[school + 1]!; k++) {
    const pair = instance.schoolPairs[k]!;
    if (instance.pairLeader[pair] === leader) return instance.pairCost[pair]!;
  }
  throw new InfeasiblePlanError(`Leader ${leader} cannot help school ${school}`);
}
