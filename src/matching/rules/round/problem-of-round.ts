import { planProblem, type ProblemResult } from '../plan-problem.ts';
import type { PairKey, ProblemOptions } from '../problem-options.ts';
import { applyDecisions } from './apply-decisions.ts';
import type { RoundDecision } from './decision.ts';
import { frozenContext } from './frozen-context.ts';
import type { RoundInputs } from './inputs.ts';
import type { ScenarioWeights } from './round.ts';

/** What a proposal is worked out from, besides what the round was frozen from. */
export interface ProposalTerms {
  /** Those in force. */
  decisions: readonly RoundDecision[];
  weights: ScenarioWeights;
  /** The plan to stay near, and the price of a change in minutes (null: the scenario's weight). */
  near?: { plan: { pairs: readonly PairKey[] }; price: number | null } | null;
  /** Placements approved before, which stay. */
  standing?: ProblemOptions['standing'];
}

/** The plan problem of a round in a scenario, or what stands against it in words. */
export function problemOfRound(
  inputs: RoundInputs,
  { decisions, weights, near = null, standing = [] }: ProposalTerms,
): ProblemResult {
  const { needs, leaders, ...wishes } = applyDecisions(inputs, decisions);
  return planProblem(needs, leaders, frozenContext(inputs.context), inputs.policy, {
    wishes,
    weights: weights.change,
    standing,
    ...(near !== null && {
      previous: { pairs: near.plan.pairs, ...(near.price !== null && { price: near.price }) },
    }),
    budgets:
      weights.budgetPounds === null
        ? []
        : [{ name: 'The budget of the round', scope: { kind: 'round' }, pounds: weights.budgetPounds }],
  });
}
