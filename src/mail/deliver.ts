import { type Kysely, sql } from 'kysely';
import { mailTask } from '../access/house-tasks.ts';
import { writeAs, type Written } from '../access/scoped.ts';
import type { ScopedTransaction } from '../access/scoped-transaction.ts';
import type { Database } from '../db/schema.ts';
import type { MailCalendar } from './queue-mail.ts';
import type { Attempt, MailSender } from './send-mail.ts';

/** What became of a message: 'again' when another attempt may help, 'nothing' when there was nothing to send. */
export type Delivery = { state: 'sent' | 'failed' | 'nothing' } | { state: 'again'; error: string };

const TEXT_GONE: Attempt = { ok: false, permanent: true, error: 'Its text was destroyed before it could leave' };

/**
 * Makes one attempt to send a queued message and notes in it what became of it; `last` when no other attempt will follow. A
 * message that has left, or was given up, is not sent again: its row stays locked while the attempt lasts. A message can
 * leave twice only when this process dies between the provider's answer and the commit; the message's id goes with it then.
 */
export async function deliver(
  db: Kysely<Database>,
  sender: MailSender,
  messageId: string,
  { last }: { last: boolean },
): Promise<Delivery> {
  return writeAs(db, mailTask, async (transaction): Promise<Written<Delivery>> => {
    const message = await transaction
      .selectFrom('mail_message as m')
      .leftJoin('mail_body as b', 'b.message_id', 'm.id')
      .select([
        'm.id',
        'm.to_email',
        'm.template',
        'm.attempts',
        'm.person_id',
        'b.subject',
        'b.text',
        'b.unsubscribe_url',
        'b.calendar',
        'b.calendar_method',
        'b.calendar_url',
      ])
      .where('m.id', '=', messageId)
      .where('m.state', '=', 'queued')
      .forUpdate('m')
      .executeTakeFirst();
    if (message === undefined)
      return { result: { state: 'nothing' }, detail: { message: messageId, state: 'nothing' } };
    const { id, to_email: to, subject, text, unsubscribe_url: unsubscribeUrl } = message;
    const calendar = calendarOf(message);
    const attempt =
      subject === null || text === null
        ? TEXT_GONE
        : await sender.send({ id, to, subject, text, unsubscribeUrl, calendar });
    const delivery = deliveryOf(attempt, last);
    await note(transaction, messageId, attempt, delivery);
    if (delivery.state !== 'again' && !sender.keepsText) {
      await transaction.deleteFrom('mail_body').where('message_id', '=', messageId).execute();
    }
    return {
      result: delivery,
      outcome: attempt.ok ? 'done' : 'failed',
      personId: message.person_id,
      detail: { message: messageId, template: message.template, attempt: message.attempts + 1, state: delivery.state },
    };
  });
}

interface StoredCalendar {
  calendar: string | null;
  calendar_method: MailCalendar['method'] | null;
  calendar_url: string | null;
}

function calendarOf({ calendar, calendar_method, calendar_url }: StoredCalendar): MailCalendar | null {
  if (calendar === null || calendar_method === null || calendar_url === null) return null;
  return { content: calendar, method: calendar_method, url: calendar_url };
}

function deliveryOf(attempt: Attempt, last: boolean): Delivery {
  if (attempt.ok) return { state: 'sent' };
  return attempt.permanent || last ? { state: 'failed' } : { state: 'again', error: attempt.error };
}

async function note(
  transaction: ScopedTransaction,
  messageId: string,
  attempt: Attempt,
  { state }: Delivery,
): Promise<void> {
  await transaction
    .updateTable('mail_message')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      ...(state === 'sent' || state === 'failed' ? { state } : {}),
      ...(attempt.ok
        ? { last_error: null, provider_id: attempt.providerId, sent_at: sql<Date>`now()` }
        : { last_error: attempt.error }),
    }))
    .where('id', '=', messageId)
    .execute();
}
