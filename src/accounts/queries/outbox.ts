import type { Kysely } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';
import type { OutboxLetter } from '../rules/mail-record.ts';

const MOST = 100;

/** The newest hundred letters that would have left, with their words. In demonstration mode alone. */
export function outbox(db: Kysely<Database>, scope: Scope<'demonstration.outbox'>): Promise<OutboxLetter[]> {
  return readAs(db, scope, (transaction) =>
    transaction
      .selectFrom('mail_message as m')
      .innerJoin('mail_body as b', 'b.message_id', 'm.id')
      .select(['m.id', 'm.to_email as to', 'm.created_at as at', 'b.subject', 'b.text'])
      .orderBy('m.created_at', 'desc')
      .orderBy('m.id')
      .limit(MOST)
      .execute(),
  );
}
