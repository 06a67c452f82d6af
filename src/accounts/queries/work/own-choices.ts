import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';

/** The calendar feed of whoever asks, without its token, which nobody knows but its owner; null when they never made one or ended it. */
export async function ownFeed(
  db: Kysely<Database>,
  scope: Scope<'calendar.change'>,
): Promise<{ madeAt: string; readAt: string | null } | null> {
  return readAs(db, scope, async (transaction) => {
    const row = await transaction
      .selectFrom('calendar_feed')
      .select(['made_at', 'read_at'])
      .where('person_id', '=', scope.person!.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return row === undefined ? null : { madeAt: row.made_at.toISOString(), readAt: row.read_at?.toISOString() ?? null };
  });
}

/** What whoever asks gets by mail about their work. */
export async function ownWorkMail(
  db: Kysely<Database>,
  scope: Scope<'calendar.change'>,
): Promise<{ weekly: boolean; reminders: boolean }> {
  return readAs(db, scope, async (transaction) => {
    const row = await transaction
      .selectFrom('work_mail')
      .select(['weekly', 'reminders'])
      .where('person_id', '=', scope.person!.id)
      .executeTakeFirst();
    return row ?? { weekly: true, reminders: true };
  });
}
