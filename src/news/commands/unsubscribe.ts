import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';

/** Ends a subscription by the link in a letter. To end it twice, or one that ended with a role, does no harm. */
export async function unsubscribe(
  db: Kysely<Database>,
  scope: Scope<'news.unsubscribe'>,
  subscriptionId: string,
): Promise<void> {
  await writeAs(db, scope, async (transaction) => {
    const ended = await transaction
      .deleteFrom('news_subscription')
      .where('id', '=', subscriptionId)
      .returning('person_id')
      .executeTakeFirst();
    return { result: undefined, personId: ended?.person_id ?? null, detail: { ended: ended !== undefined } };
  });
}
