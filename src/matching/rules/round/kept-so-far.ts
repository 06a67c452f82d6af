import { planByHand } from '../greedy.ts';
import type { PlanProblem } from '../plan-problem.ts';
import type { SoFar, Solution } from '../solution.ts';
import { solutionOf } from '../solution-of.ts';
import type { ProposalProgress } from './round.ts';

/** How far a search is, for its page. */
export function progressOf({ assignment, objective, bound, gap, seconds }: SoFar): ProposalProgress {
  const covered = assignment.filter((leader) => leader !== null).length;
  return { objective, bound, gap, seconds, covered, needs: assignment.length };
}

/**
 * What was written down of a search that was cut off, as an answer without its proof; null where nothing was, or where it is no longer of
 * this problem. The bound was proved when it was written down, but the prices that prove it went with the search.
 */
export function keptSoFar(problem: PlanProblem, kept: unknown): Solution | null {
  if (typeof kept !== 'object' || kept === null || !('assignment' in kept)) return null;
  const { assignment, bound, seconds } = kept as SoFar;
  if (assignment.length !== problem.needs.length) return null;
  return solutionOf(problem.instance, {
    assignment,
    bound,
    prices: [],
    priceBound: 0,
    byHand: planByHand(problem.instance),
    seconds,
  });
}
