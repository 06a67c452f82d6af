import type { Kysely } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';
import type { MailRecord, MailState } from '../rules/mail-record.ts';

const MOST = 500;

/** The newest five hundred letters of the organisation that the reader acts for: to whom and what became of them, without their words. */
export function mailOfOrganisation(
  db: Kysely<Database>,
  scope: Scope<'mail.read'>,
  state: MailState | null,
): Promise<MailRecord[]> {
  return readAs(db, scope, (transaction) =>
    transaction
      .selectFrom('mail_message')
      .select(['id', 'to_email as to', 'template', 'state', 'attempts', 'last_error as error', 'created_at as at'])
      .select('sent_at as sentAt')
      // The row policy shows a reader their own letters too, whichever organisation they came from.
      .where('organisation_id', '=', scope.person?.acting?.organisation.id ?? null)
      .$if(state !== null, (query) => query.where('state', '=', state!))
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(MOST)
      .execute(),
  );
}
