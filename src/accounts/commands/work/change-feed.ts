import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs } from '../../../access/scoped.ts';
import { hashOfToken, newToken } from '../../../access/secret.ts';
import type { Database } from '../../../db/schema.ts';

/** Makes the feed of whoever asks, or a new address for it, which ends the one before. Gives the token; only its hash is kept. */
export async function renewFeed(db: Kysely<Database>, scope: Scope<'calendar.change'>): Promise<string> {
  const token = newToken();
  await writeAs(db, scope, async (transaction) => {
    const fresh = { token_hash: hashOfToken(token), ended_at: null, read_at: null };
    await transaction
      .insertInto('calendar_feed')
      .values({ person_id: scope.person!.id, ...fresh })
      .onConflict((on) => on.column('person_id').doUpdateSet({ ...fresh, made_at: sql<Date>`now()` }))
      .execute();
    return { result: null, detail: { feed: 'made' } };
  });
  return token;
}

/** Ends the feed of whoever asks: calendars that ask for it find nothing. To end it twice does no harm. */
export async function endFeed(db: Kysely<Database>, scope: Scope<'calendar.change'>): Promise<void> {
  await writeAs(db, scope, async (transaction) => {
    await transaction
      .updateTable('calendar_feed')
      .set({ token_hash: null, ended_at: sql<Date>`now()` })
      .where('person_id', '=', scope.person!.id)
      .where('ended_at', 'is', null)
      .execute();
    return { result: null, detail: { feed: 'ended' } };
  });
}
