import { NotifyClient } from 'notifications-node-client';
import type { MailConfig } from '../config.ts';
import type { Attempt, MailSender } from './send-mail.ts';

/**
 * Sends by GOV.UK Notify, with one template of the service whose subject is ((subject)) and whose message is ((body)):
 * docs/mail.md says how to make it.
 */
export function notifySender({ apiKey, templateId, baseUrl }: Extract<MailConfig, { by: 'notify' }>): MailSender {
  const client = baseUrl === null ? new NotifyClient(apiKey) : new NotifyClient(baseUrl, apiKey);
  return {
    keepsText: false,
    send: async ({ id, to, subject, text, unsubscribeUrl, calendar }) => {
      try {
        const { data } = await client.sendEmail(templateId, to, {
          personalisation: { subject, body: calendar === null ? text : withLink(text, calendar.url) },
          reference: id,
          ...(unsubscribeUrl?.startsWith('https://') ? { oneClickUnsubscribeURL: unsubscribeUrl } : {}),
        });
        return { ok: true, providerId: data.id };
      } catch (error) {
        return refusal((error as NotifyError).response?.status, (error as NotifyError).code);
      }
    },
  };
}

/** Notify takes no attachments of this kind, so the letter leads to a page that gives it. */
function withLink(text: string, url: string): string {
  return `${text}\nAdd it to your calendar:\n${url}\n`;
}

interface NotifyError extends Error {
  code?: string;
  response?: { status: number };
}

/** By the statuses that the API of GOV.UK Notify documents for sending an e-mail. */
function refusal(status: number | undefined, code: string | undefined): Attempt {
  switch (status) {
    case undefined:
      return {
        ok: false,
        permanent: false,
        error: `GOV.UK Notify could not be reached (${code ?? 'no reason given'})`,
      };
    case 400:
      return { ok: false, permanent: true, error: 'GOV.UK Notify refused the message or its address (answer 400)' };
    case 403:
      return { ok: false, permanent: false, error: "GOV.UK Notify refused the site's key (answer 403)" };
    case 429:
      return { ok: false, permanent: false, error: 'The limit of GOV.UK Notify is reached for now (answer 429)' };
    default:
      return { ok: false, permanent: false, error: `GOV.UK Notify could not take the message (answer ${status})` };
  }
}
