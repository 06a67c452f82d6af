import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Action } from '../../rules/delivery/action.ts';
import { authorOf } from './written.ts';

/** The action plan of a placement, by the days on which things are due. */
export async function readActions(transaction: ScopedTransaction, placementId: string): Promise<Action[]> {
  const rows = await transaction
    .selectFrom('placement_action as a')
    .selectAll('a')
    .select(authorOf('a'))
    .where('a.placement_id', '=', placementId)
    .orderBy('a.due_on')
    .orderBy('a.made_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    what: row.what,
    ownerPart: row.owner_part,
    ownerName: row.owner_name,
    dueOn: row.due_on,
    objective:
      row.objective_key === null || row.objective_title === null
        ? null
        : { key: row.objective_key, title: row.objective_title },
    criterion: row.criterion,
    visitId: row.visit_id,
    state: row.state,
    stateReason: row.state_reason,
    version: row.version,
    by: row.by,
    at: row.made_at,
  }));
}
