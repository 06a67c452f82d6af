import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { lastDrawn } from '../queries/last-drawn.ts';
import type { Frequency } from '../rules/digest.ts';

/** Begins, changes or ends the news that whoever acts gets by mail about their organisation. What was drawn before is not sent. */
export async function chooseNewsMail(
  db: Kysely<Database>,
  scope: Scope<'news.subscribe'>,
  frequency: Frequency | 'none',
): Promise<void> {
  const { id: person_id, acting } = scope.person!;
  if (acting === null) throw new Error('News by mail is about the organisation that one acts for');
  const organisation_id = acting.organisation.id;
  const told_to = await lastDrawn(db);
  await writeAs(db, scope, async (transaction) => {
    if (frequency === 'none') {
      await transaction
        .deleteFrom('news_subscription')
        .where('person_id', '=', person_id)
        .where('organisation_id', '=', organisation_id)
        .execute();
    } else {
      await transaction
        .insertInto('news_subscription')
        .values({ person_id, organisation_id, frequency, told_to, sent_at: null })
        .onConflict((on) => on.columns(['person_id', 'organisation_id']).doUpdateSet({ frequency }))
        .execute();
    }
    return { result: undefined, detail: { frequency } };
  });
}
