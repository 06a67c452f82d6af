import { type Kysely, sql } from 'kysely';
import type { Person } from '../../access/roles.ts';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';

/** Ends one session of whoever asks; false when they have no such session, or it has ended. */
export async function endOwnSession(
  db: Kysely<Database>,
  scope: Scope<'account.change'>,
  sessionId: string,
): Promise<boolean> {
  return writeAs(db, scope, async (transaction) => {
    const action = 'account.end-session';
    const { numUpdatedRows } = await transaction
      .updateTable('session')
      .set({ ended_at: sql<Date>`now()` })
      .where('id', '=', sessionId)
      .where('person_id', '=', scope.person!.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    const ended = numUpdatedRows === 1n;
    return { result: ended, action, outcome: ended ? 'done' : 'failed', detail: { sessionId } };
  });
}

/** Ends every session of whoever asks but the present one. Returns how many. */
export async function endOtherSessions(db: Kysely<Database>, scope: Scope<'account.change'>): Promise<number> {
  return writeAs(db, scope, async (transaction) => {
    const ended = await endSessionsBesides(transaction, scope.person!);
    return { result: ended, action: 'account.end-other-sessions', detail: { ended } };
  });
}

/** The same, inside the transaction of what makes it needed: a new password, a new second factor. */
export async function endSessionsBesides(
  transaction: ScopedTransaction,
  { id, sessionId }: Pick<Person, 'id' | 'sessionId'>,
): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('session')
    .set({ ended_at: sql<Date>`now()` })
    .where('person_id', '=', id)
    .where('id', '<>', sessionId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
