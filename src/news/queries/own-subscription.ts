import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import type { Frequency } from '../rules/digest.ts';

/** How often whoever asks gets news about the organisation that they act for; null when not at all. */
export async function ownSubscription(db: Kysely<Database>, scope: Scope<'news.subscribe'>): Promise<Frequency | null> {
  const { id, acting } = scope.person!;
  if (acting === null) return null;
  return readAs(db, scope, async (transaction) => {
    const held = await transaction
      .selectFrom('news_subscription')
      .select('frequency')
      .where('person_id', '=', id)
      .where('organisation_id', '=', acting.organisation.id)
      .executeTakeFirst();
    return held?.frequency ?? null;
  });
}
