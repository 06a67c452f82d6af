import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { readPlan, readProposals } from '../../queries/round/proposals.ts';
import { readInputs } from '../../queries/round/rounds.ts';
import type { DeedName } from '../../rules/approval/moves.ts';
import type { RoundInputs } from '../../rules/round/inputs.ts';
import { isUnderWay, type Proposal } from '../../rules/round/round.ts';
import type { RoundPlan } from '../../rules/round/round-plan.ts';
import { type InRound, inRound } from './in-round.ts';

export type PlanToGive =
  | (Extract<InRound, { ok: true }> & { proposal: Proposal; plan: RoundPlan; inputs: RoundInputs })
  | Extract<InRound, { ok: false }>
  | { ok: false; reason: 'no such proposal' | 'not ended' };

/** The plan of a proposal that has ended, in a round in which it may be given to others by such a deed now. */
export async function planToGive(
  transaction: ScopedTransaction,
  organisationId: string,
  { roundId, proposalId }: { roundId: string; proposalId: string },
  deed: DeedName,
): Promise<PlanToGive> {
  const found = await inRound(transaction, organisationId, roundId, deed);
  if (!found.ok) return found;
  const [proposal] = await readProposals(transaction, roundId, proposalId);
  if (proposal === undefined) return { ok: false, reason: 'no such proposal' };
  const plan = await readPlan(transaction, proposalId);
  const inputs = await readInputs(transaction, roundId);
  if (isUnderWay(proposal) || plan === null || inputs === null) return { ok: false, reason: 'not ended' };
  return { ...found, proposal, plan, inputs };
}
