import { type Kysely, sql } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { runPlanning } from '../../policy.ts';
import { readProposals } from '../../queries/round/proposals.ts';
import { readPlanningRounds } from '../../queries/round/rounds.ts';
import { isUnderWay } from '../../rules/round/round.ts';

export type CancelledProposal = { ok: true } | { ok: false; reason: 'no such proposal' };

/** Asks a search of a round of the scope's organisation to stop: the best plan found by then is kept. One that has ended stays as it is. */
export function cancelProposal(
  db: Kysely<Database>,
  scope: Scope<typeof runPlanning.verb>,
  roundId: string,
  proposalId: string,
): Promise<CancelledProposal> {
  const { organisation } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<CancelledProposal>> => {
    const step = { step: 'cancel', round: roundId, proposal: proposalId };
    const [round] = await readPlanningRounds(transaction, organisation.id, roundId);
    const [proposal] = await readProposals(transaction, roundId, proposalId);
    if (round === undefined || proposal === undefined) {
      const result = { ok: false, reason: 'no such proposal' } as const;
      return { result, outcome: 'failed', detail: { ...step, reason: result.reason } };
    }
    if (isUnderWay(proposal))
      await transaction
        .updateTable('planning_proposal')
        .set({ cancel_asked_at: sql<Date>`now()` })
        .where('id', '=', proposalId)
        .execute();
    return { result: { ok: true }, detail: step };
  });
}
