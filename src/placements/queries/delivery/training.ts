import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Training } from '../../rules/delivery/training.ts';
import { authorOf } from './written.ts';

/** Training that is arranged for staff, in the order of its days. */
export async function readTraining(transaction: ScopedTransaction, placementId: string): Promise<Training[]> {
  const rows = await transaction
    .selectFrom('placement_training as t')
    .selectAll('t')
    .select(authorOf('t'))
    .where('t.placement_id', '=', placementId)
    .orderBy('t.held_on')
    .orderBy('t.made_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    what: row.what,
    forWhom: row.for_whom,
    people: row.people,
    provider: row.provider,
    byLeader: row.by_leader,
    heldOn: row.held_on,
    halfDays: row.half_days,
    costPence: row.cost_pence,
    state: row.state,
    stateReason: row.state_reason,
    version: row.version,
    by: row.by,
    at: row.made_at,
  }));
}
