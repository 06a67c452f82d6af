import type { Instance } from './instance.ts';
import { type Checked, checkAssignment } from './check/assignment.ts';
import { UnprovenError } from './check/certificate.ts';
import { provenByParts } from './check/parts.ts';
import type { Solution } from './solution.ts';

/** What a solution is worth by the instance alone. */
export interface Certified extends Checked {
  /** What its stored prices prove, part by part: no plan costs less. */
  bound: number;
}

/** Cost and bound count as equal when they differ by no more than this share of the cost (or of 1). */
const TOLERANCE = 1e-6;

/**
 * Checks a solution by the instance alone; neither this nor anything in check/ shares code with the solver. The assignment
 * keeps to every limit and costs what is said; the prices prove the bound that is said to be theirs; nothing is called
 * optimal that is not.
 *
 * @throws InfeasiblePlanError or UnprovenError naming what is wrong
 */
export function certify(instance: Instance, solution: Solution): Certified {
  const checked = checkAssignment(instance, solution.assignment);
  const bound = provenByParts(instance, solution.proof);
  const [fault] = faultsOf(solution, { ...checked, bound });
  if (fault !== undefined) throw new UnprovenError(fault);
  return { ...checked, bound };
}

/** What a solution says that is not so; nothing when all is borne out. */
export function faultsOf(solution: Solution, certified: Certified): string[] {
  const { objective, bound, gap, uncovered, provedOptimal, proof } = solution;
  const cost = certified.objective;
  const tolerance = TOLERANCE * Math.max(1, Math.abs(cost));
  const rightGap = objective === 0 ? 0 : (objective - bound) / objective;
  const checks: [isWrong: boolean, what: string][] = [
    [!(Math.abs(objective - cost) <= tolerance), `The plan costs ${cost}, not ${objective}`],
    [uncovered !== certified.uncovered, `${certified.uncovered} schools are uncovered, not ${uncovered}`],
    [
      !(proof.priceBound <= certified.bound + tolerance),
      `The prices prove ${certified.bound}, not ${proof.priceBound}`,
    ],
    [!(bound <= certified.bound + tolerance), `The prices prove ${certified.bound}, not ${bound}`],
    [!(bound <= objective + tolerance), `The bound ${bound} is above the cost ${objective}`],
    [provedOptimal && !(objective - bound <= tolerance), `${objective} is called optimal above ${bound}`],
    [!(Math.abs(gap - rightGap) <= TOLERANCE), `The gap is ${rightGap}, not ${gap}`],
  ];
  return [...new Set(checks.filter(([isWrong]) => isWrong).map(([, what]) => what))];
}
