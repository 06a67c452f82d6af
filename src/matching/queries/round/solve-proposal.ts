import type { PlanProblem } from '../../rules/plan-problem.ts';
import { progressOf } from '../../rules/round/kept-so-far.ts';
import { type RoundPlan, roundPlan } from '../../rules/round/round-plan.ts';
import type { ProposalProgress } from '../../rules/round/round.ts';
import type { Solution } from '../../rules/solution.ts';
import type { SoFar } from '../../rules/round/kept-so-far.ts';
import { solveInWorker } from '../solve-in-worker.ts';
import type { ProposalOrder } from './proposal-order.ts';

/** The best plan found so far, in numbers and whole. */
export interface FoundSoFar {
  progress: ProposalProgress;
  kept: SoFar;
}

/** Searches for the best plan of a proposal in a thread of its own. Ended by the signal or by its time, the best plan found is the answer. */
export async function solveProposal(
  { problem, asked, near, before }: ProposalOrder,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (found: FoundSoFar) => void },
): Promise<{ solution: Solution; plan: RoundPlan }> {
  const solution = await solveInWorker(problem.instance, {
    timeLimitSeconds: asked.seconds,
    seed: asked.seed,
    signal,
    ...(near.size > 0 && { start: startFrom(problem, near) }),
    onProgress: (best) => onProgress({ progress: progressOf(best), kept: best }),
  });
  return { solution, plan: roundPlan(problem, solution, before) };
}

/** The plan to stay near by positions in the problem; null where its leader is not in this plan. */
function startFrom({ needs, leaderAt }: PlanProblem, near: ProposalOrder['near']): (number | null)[] {
  return needs.map(({ key }) => leaderAt.get(near.get(key) ?? '') ?? null);
}
