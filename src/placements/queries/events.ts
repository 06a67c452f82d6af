import { type Kysely, sql } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { PlacementScope } from '../policy.ts';
import type { PlacementEvent } from '../rules/event.ts';
import type { PlacementState } from '../rules/states.ts';
import { placementIdOf } from './placement.ts';

/** What was done in the placement that this person may read, the newest first. */
export function eventsOf(db: Kysely<Database>, scope: PlacementScope): Promise<PlacementEvent[]> {
  return readAs(db, scope, (transaction) => readEvents(transaction, placementIdOf(scope), 0));
}

/** What changed the placement itself since a version: what a second editor is told. */
export async function readEvents(
  transaction: ScopedTransaction,
  placementId: string,
  sinceVersion: number,
): Promise<PlacementEvent[]> {
  const rows = await transaction
    .selectFrom('placement_event as e')
    .selectAll('e')
    .select(sql<string | null>`author_in_placement(e.placement_id, e.by_person)`.as('by_name'))
    .where('e.placement_id', '=', placementId)
    .$if(sinceVersion > 0, (query) => query.where('e.version', '>', sinceVersion))
    .orderBy('e.at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    deed: row.deed,
    from: row.from_state as PlacementState | null,
    to: row.to_state as PlacementState | null,
    version: row.version,
    reason: row.reason,
    detail: row.detail,
    part: row.by_part,
    by: row.by_name,
    at: row.at,
  }));
}
