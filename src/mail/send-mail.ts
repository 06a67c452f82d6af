import type { MailConfig } from '../config.ts';
import { notifySender } from './notify.ts';
import type { MailCalendar } from './queue-mail.ts';
import { smtpSender } from './smtp.ts';

export interface MailToSend {
  /** Of the message; the same at each attempt, so that a provider can tell a repeat. */
  id: string;
  to: string;
  subject: string;
  text: string;
  /** Where mail programs lead whoever wants no more such letters; null for letters that answer something. */
  unsubscribeUrl: string | null;
  calendar: MailCalendar | null;
}

/** What became of one attempt. `error` is one line in words, for administrators: no address, no text of the mail. */
export type Attempt = { ok: true; providerId: string | null } | { ok: false; permanent: boolean; error: string };

/** A way for mail to leave. It never throws for what a provider says or does not say: that is an `Attempt`. */
export interface MailSender {
  send(mail: MailToSend): Promise<Attempt>;
  /** Whether the text stays after sending, because it is read here. Otherwise it is destroyed once it has left. */
  keepsText: boolean;
}

/** In demonstration mode mail goes nowhere: it is read in the outbox. */
export const outboxSender: MailSender = {
  send: async () => ({ ok: true, providerId: null }),
  keepsText: true,
};

/** The way that the settings name, or null when mail cannot leave and waits until it can. */
export function senderOf({
  mail,
  demonstration,
}: {
  mail: MailConfig | null;
  demonstration: boolean;
}): MailSender | null {
  if (mail?.by === 'smtp') return smtpSender(mail);
  if (mail?.by === 'notify') return notifySender(mail);
  return demonstration ? outboxSender : null;
}
