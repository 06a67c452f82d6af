import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ScopedTransaction } from '../access/scoped-transaction.ts';
import { isMailAddress } from './mail-address.ts';
import { type MailTemplate, render } from './templates.ts';

export interface MailToQueue {
  /** One address. */
  to: string;
  template: MailTemplate;
  /** Whose administrators see that it went, and whether it arrived; null for mail that concerns no organisation. */
  organisationId: string | null;
  /** To whom, where it is somebody the site knows. */
  personId: string | null;
  /** An invitation that goes with the letter. */
  calendar?: MailCalendar;
}

/** An iCalendar object for a letter: src/calendar/ical.ts makes one. */
export interface MailCalendar {
  method: 'REQUEST' | 'CANCEL';
  content: string;
  /** Whole address of a page that gives the same, for ways of sending that take no attachment. */
  url: string;
}

/**
 * Queues a letter in the transaction that causes it: both are there, or neither. It is sent after the commit, by the job of
 * deliver.ts. Throws RangeError when `to` is not one address; forms check addresses before.
 */
export async function queueMail(
  transaction: ScopedTransaction,
  { to, template, organisationId, personId, calendar }: MailToQueue,
): Promise<void> {
  if (!isMailAddress(to)) throw new RangeError('Mail goes to one address, and this is none');
  const { subject, text, unsubscribeUrl } = render(template);
  // Named here, because who may write a message may not always read it back.
  const id = randomUUID();
  await transaction
    .insertInto('mail_message')
    .values({
      id,
      organisation_id: organisationId,
      person_id: personId,
      to_email: to,
      template: template.name,
      last_error: null,
      provider_id: null,
      sent_at: null,
    })
    .execute();
  await transaction
    .insertInto('mail_body')
    .values({
      message_id: id,
      subject,
      text,
      unsubscribe_url: unsubscribeUrl,
      ...(calendar !== undefined && {
        calendar: calendar.content,
        calendar_method: calendar.method,
        calendar_url: calendar.url,
      }),
    })
    .execute();
  await sql`select queue_mail(${id})`.execute(transaction);
}
