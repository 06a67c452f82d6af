import type { Kysely } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';
import { type Frequency, isDue } from '../rules/digest.ts';

/** Somebody who is to get a letter where there is news, with what decides whose news it is. */
export interface DueSubscription {
  id: string;
  personId: string;
  email: string;
  toldTo: number;
  organisation: { id: string; laCode: number | null; groupUid: number | null; urn: number | null };
}

/** Those whom a round may write to: not who is erased or restricted, nor for an organisation that is closed. */
export async function dueSubscriptions(
  db: Kysely<Database>,
  scope: Scope<'news.send'>,
  round: Frequency,
  now: Date,
): Promise<DueSubscription[]> {
  return readAs(db, scope, async (transaction) => {
    const rows = await transaction
      .selectFrom('news_subscription as s')
      .innerJoin('person as p', 'p.id', 's.person_id')
      .innerJoin('organisation as o', 'o.id', 's.organisation_id')
      .select(['s.id', 's.person_id', 's.frequency', 's.sent_at', 's.told_to', 'p.email'])
      .select(['o.id as organisation_id', 'o.la_code', 'o.group_uid', 'o.urn'])
      .where('s.frequency', '=', round)
      .where('p.restricted_at', 'is', null)
      .where('o.closed_at', 'is', null)
      .orderBy('s.id')
      .execute();
    return rows.flatMap((row) => {
      const { email, frequency, sent_at: sentAt } = row;
      if (email === null || !isDue({ frequency, sentAt }, round, now)) return [];
      const { organisation_id: id, la_code: laCode, group_uid: groupUid, urn } = row;
      return [
        {
          id: row.id,
          personId: row.person_id,
          email,
          toldTo: row.told_to,
          organisation: { id, laCode, groupUid, urn },
        },
      ];
    });
  });
}
