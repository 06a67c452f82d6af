export const MAIL_STATES = ['queued', 'sent', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** What administrators see of a letter. */
export interface MailRecord {
  id: string;
  to: string;
  /** What kind of letter, as src/mail/templates.ts names it. */
  template: string;
  state: MailState;
  attempts: number;
  /** Of the last attempt, in words. */
  error: string | null;
  at: Date;
  sentAt: Date | null;
}

/** A letter of demonstration mode, with its words. */
export interface OutboxLetter {
  id: string;
  to: string;
  at: Date;
  subject: string;
  text: string;
}
