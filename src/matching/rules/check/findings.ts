import type { Instance } from '../instance.ts';
import type { Solution } from '../solution.ts';
import { faultsOf } from '../certify.ts';
import { checkAssignment, InfeasiblePlanError } from './assignment.ts';
import { UnprovenError } from './certificate.ts';
import { provenByParts } from './parts.ts';

/** What a solution is found to be. Costs are in the instance's own unit. */
export interface Findings {
  /** Whether the assignment keeps to every limit. */
  feasible: boolean;
  /** What it costs, or null when it is no plan. */
  cost: number | null;
  uncovered: number | null;
  /** What the stored prices prove: no plan costs less. Null when they are not of this instance. */
  provenBound: number | null;
  /** (cost - proven bound) / cost; null when either is not known. */
  gap: number | null;
  /** What is wrong, in words; empty when all that can be checked is borne out. */
  wrong: string[];
}

/** Everything that the checker can say of a solution, whatever is wrong with it. */
export function findingsOf(instance: Instance, solution: Solution): Findings {
  const wrong: string[] = [];
  const checked = orNull(() => checkAssignment(instance, solution.assignment), wrong);
  const bound = orNull(() => provenByParts(instance, solution.proof), wrong);
  if (checked !== null && bound !== null) wrong.push(...faultsOf(solution, { ...checked, bound }));
  const cost = checked?.objective ?? null;
  return {
    feasible: checked !== null,
    cost,
    uncovered: checked?.uncovered ?? null,
    provenBound: bound,
    gap: cost === null || bound === null ? null : cost === 0 ? 0 : (cost - bound) / cost,
    wrong,
  };
}

function orNull<T>(check: () => T, wrong: string[]): T | null {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof InfeasiblePlanError) && !(error instanceof UnprovenError)) throw error;
    wrong.push(error.message);
    return null;
  }
}
