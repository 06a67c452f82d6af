import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { PlacementScope } from '../../policy.ts';
import { placementIdOf } from '../placement.ts';

/** A note of a contracting meeting. The newest counts; earlier ones stay. */
export interface MeetingNoted {
  id: string;
  heldOn: string;
  present: string;
  workingStyle: string;
  access: string;
  authorityTold: string;
  by: string | null;
  at: Date;
}

/** The notes of contracting meetings of the scope's placement, the newest first. */
export function meetingsOf(db: Kysely<Database>, scope: PlacementScope): Promise<MeetingNoted[]> {
  return readAs(db, scope, (transaction) => readMeetings(transaction, placementIdOf(scope)));
}

export async function readMeetings(transaction: ScopedTransaction, placementId: string): Promise<MeetingNoted[]> {
  const rows = await transaction
    .selectFrom('contracting_meeting as m')
    .selectAll('m')
    .select(sql<string | null>`author_in_placement(m.placement_id, m.noted_by)`.as('by_name'))
    .where('m.placement_id', '=', placementId)
    .orderBy('m.noted_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    heldOn: row.held_on,
    present: row.present,
    workingStyle: row.working_style,
    access: row.access,
    authorityTold: row.authority_told,
    by: row.by_name,
    at: row.noted_at,
  }));
}
