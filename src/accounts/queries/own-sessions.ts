import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';

/** A session that has not ended. Moments are ISO. */
export interface OwnSession {
  id: string;
  /** The one that this request came in. */
  present: boolean;
  ip: string | null;
  userAgent: string | null;
  since: string;
  seen: string;
}

/** The sessions of whoever asks, the present one first. */
export async function ownSessions(db: Kysely<Database>, scope: Scope<'account.read'>): Promise<OwnSession[]> {
  const { id: personId, sessionId } = scope.person!;
  const rows = await readAs(db, scope, (transaction) =>
    transaction
      .selectFrom('session')
      .select(['id', 'ip', 'user_agent', 'created_at', 'seen_at'])
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .where('idle_until', '>', new Date())
      .where('ends_at', '>', new Date())
      .orderBy((eb) => eb('id', '=', sessionId), 'desc')
      .orderBy('seen_at', 'desc')
      .execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    present: row.id === sessionId,
    ip: row.ip,
    userAgent: row.user_agent,
    since: row.created_at.toISOString(),
    seen: row.seen_at.toISOString(),
  }));
}
