import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config.ts';
import { isThisMachine } from './is-this-machine.ts';
import type { Attempt, MailSender } from './send-mail.ts';

const PATIENCE_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Sends by a mail server. To another machine only encrypted (TLS from the start, or STARTTLS), because links that open
 * accounts go this way.
 */
export function smtpSender({ url, from }: Extract<MailConfig, { by: 'smtp' }>): MailSender {
  const transport = createTransport({
    url,
    requireTLS: !isThisMachine(new URL(url).hostname),
    // A text is a text: nothing in it may be read as a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...PATIENCE_MS,
  });
  return {
    keepsText: false,
    send: async ({ id, to, subject, text, unsubscribeUrl, calendar }) => {
      try {
        const { messageId } = await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          ...(calendar !== null && {
            icalEvent: { method: calendar.method, filename: 'invitation.ics', content: calendar.content },
          }),
          messageId: `<${id}@${domainOf(from)}>`,
          // So that no out-of-office answer comes back.
          headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(unsubscribeUrl) },
        });
        return { ok: true, providerId: messageId };
      } catch (error) {
        return refusal(error as SmtpError);
      }
    },
  };
}

/** Source: RFC 2369 and, for one click, RFC 8058, which asks for https. */
function unsubscribeHeaders(url: string | null): Record<string, string> {
  if (url === null) return {};
  return {
    'List-Unsubscribe': `<${url}>`,
    ...(url.startsWith('https://') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

function refusal({ code, responseCode }: SmtpError): Attempt {
  const answered = responseCode === undefined ? '' : ` (answer ${responseCode})`;
  if (code === 'EAUTH') {
    return { ok: false, permanent: false, error: `The mail server refused the site's user or password${answered}` };
  }
  if (code === 'ETLS') {
    return { ok: false, permanent: false, error: 'The mail server could not be reached by an encrypted connection' };
  }
  if (responseCode === undefined) {
    return {
      ok: false,
      permanent: false,
      error: `The mail server could not be reached (${code ?? 'no reason given'})`,
    };
  }
  const permanent = responseCode >= 500;
  const what = code === 'EENVELOPE' ? 'the address' : 'the message';
  return {
    ok: false,
    permanent,
    error: permanent ? `The mail server refused ${what}${answered}` : `The mail server put off ${what}${answered}`,
  };
}

/** The domain of "name@domain" or "Name <name@domain>". */
function domainOf(from: string): string {
  return /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}
