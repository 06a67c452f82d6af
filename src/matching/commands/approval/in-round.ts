import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { readPlanningRounds } from '../../queries/round/rounds.ts';
import { after, type DeedName } from '../../rules/approval/moves.ts';
import type { PlanningRound } from '../../rules/round/round.ts';
import { aloneInPlanning } from '../round/open-planning-round.ts';

export type InRound =
  | { ok: true; round: PlanningRound; next: PlanningRound['state'] }
  | { ok: false; reason: 'no such round' | 'over' };

/** The organisation's round in which a deed may be done now, with the state that it leads to; nobody else changes rounds of the organisation meanwhile. */
export async function inRound(
  transaction: ScopedTransaction,
  organisationId: string,
  roundId: string,
  deed: DeedName,
): Promise<InRound> {
  await aloneInPlanning(transaction, organisationId);
  const [round] = await readPlanningRounds(transaction, organisationId, roundId);
  if (round === undefined) return { ok: false, reason: 'no such round' };
  const next = after(deed, round.state);
  return next === null ? { ok: false, reason: 'over' } : { ok: true, round, next };
}

/** Takes a round to the state that a deed leads to. */
export async function moveTo(
  transaction: ScopedTransaction,
  { id, state }: PlanningRound,
  next: PlanningRound['state'],
): Promise<void> {
  if (next === state) return;
  await transaction.updateTable('planning_round').set({ state: next }).where('id', '=', id).execute();
}
