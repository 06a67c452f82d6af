import type { RoundDecision } from '../round/decision.ts';
import type { ProposalTerms } from '../round/problem-of-round.ts';
import type { RoundPlan } from '../round/round-plan.ts';
import type { ProposalAsked } from '../round/round.ts';

/**
 * How a proposal keeps what was approved: every pair that stands stays, unless it was asked that others may move. Then they are pairs to
 * stay near, each change at its price, together with the plan that was named. Days are those that were approved.
 */
export function keeping(
  { mayMove = false, standing = [], changePrice }: ProposalAsked,
  near: Pick<RoundPlan, 'pairs'> | null,
  decisions: readonly RoundDecision[],
): Pick<ProposalTerms, 'near' | 'standing' | 'decisions'> {
  const asApproved = [...decisions, ...standing.map(daysAsApproved)];
  if (!mayMove || standing.length === 0)
    return { decisions: asApproved, standing, near: near === null ? null : { plan: near, price: changePrice } };
  const held = new Set(standing.map(({ needKey }) => needKey));
  const others = (near?.pairs ?? []).filter(({ needKey }) => !held.has(needKey));
  return {
    decisions: asApproved,
    standing: [],
    near: { plan: { pairs: [...standing, ...others] }, price: changePrice },
  };
}

/** The days of an approved pair, as the last word on its need. It is in no list of decisions: the approval is its record. */
function daysAsApproved({ needKey, days }: { needKey: string; days: number }): RoundDecision {
  return {
    kind: 'change need',
    leaderKey: null,
    needKey,
    value: { days },
    id: '',
    scenarioId: null,
    reason: 'As approved',
    by: '',
    role: '',
    at: '',
    undone: null,
  };
}
