import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { readEvents } from '../events.ts';

/** What was done with one record of a placement (a visit, an action, arranged training), the newest first; only what came after a version of it, where one is given. */
export async function eventsOfRecord(
  transaction: ScopedTransaction,
  placementId: string,
  recordId: string,
  sinceVersion = 0,
): Promise<PlacementEvent[]> {
  const { rows } = await sql<{ id: string }>`
    select id from placement_event where placement_id = ${placementId} and detail ->> 'of' = ${recordId}
      and coalesce((detail ->> 'version')::integer, 1) > ${sinceVersion}`.execute(transaction);
  const ids = new Set(rows.map(({ id }) => id));
  const events = await readEvents(transaction, placementId, 0);
  return events.filter(({ id }) => ids.has(id));
}
