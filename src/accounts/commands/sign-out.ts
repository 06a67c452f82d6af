import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';

/** Ends the session of the person who asks. Returns the issuer of the provider that began it, or null where none did. */
export async function signOut(db: Kysely<Database>, scope: Scope<'sign-in'>): Promise<string | null> {
  const { person } = scope;
  if (person === null) return null;
  return writeAs(db, scope, async (transaction) => {
    const ended = await transaction
      .updateTable('session')
      .set({ ended_at: sql<Date>`now()` })
      .where('id', '=', person.sessionId)
      .where('ended_at', 'is', null)
      .returning('provider_issuer')
      .executeTakeFirst();
    return { result: ended?.provider_issuer ?? null, action: 'sign-out' };
  });
}
