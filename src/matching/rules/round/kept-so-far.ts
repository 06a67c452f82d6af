import { checkAssignment } from '../check/assignment.ts';
import { planByHand } from '../greedy.ts';
import type { PlanProblem } from '../plan-problem.ts';
import type { Solution } from '../solution.ts';
import type { PlanFound } from './round-plan.ts';
import type { ProposalProgress } from './round.ts';

/** The best plan of a search that goes on, and how far it is from proved. */
export type SoFar = Pick<Solution, 'assignment' | 'objective' | 'bound' | 'gap' | 'seconds'>;

/** How far a search is, for its page. */
export function progressOf({ assignment, objective, bound, gap, seconds }: SoFar): ProposalProgress {
  const covered = assignment.filter((leader) => leader !== null).length;
  return { objective, bound, gap, seconds, covered, needs: assignment.length };
}

/**
 * What was written down of a search that was cut off; null where nothing was, or where it is no longer of this problem. Its bound was
 * proved when it was written down, but the prices that prove it went with the search.
 */
export function keptSoFar(problem: PlanProblem, kept: unknown): PlanFound | null {
  if (typeof kept !== 'object' || kept === null || !('assignment' in kept)) return null;
  const { assignment, bound, seconds } = kept as SoFar;
  if (assignment.length !== problem.needs.length) return null;
  const { objective } = checkAssignment(problem.instance, assignment);
  const hand = checkAssignment(problem.instance, planByHand(problem.instance));
  const gap = objective === 0 ? 0 : Math.max(0, (objective - bound) / objective);
  const byHand = { objective: hand.objective, covered: problem.needs.length - hand.uncovered };
  return { assignment, objective, bound: Math.min(bound, objective), gap, provedOptimal: false, seconds, byHand };
}
