/** What a leader may let the directory show besides their name, service and roles. */
export const SHOWABLE = ['home school', 'fields', 'phases', 'contexts'] as const;
export type Showable = (typeof SHOWABLE)[number];

export const SHOWABLE_WORDS: Readonly<Record<Showable, string>> = {
  'home school': 'The school you work at',
  fields: 'The fields you help with',
  phases: 'The phases you work in',
  contexts: 'Where you have worked',
};

/** Whether the public may find a leader, and what it sees of them. */
export interface NewConsent {
  consents: boolean;
  /** Empty where they do not consent. */
  shows: readonly Showable[];
  /** ISO day. */
  givenOn: string;
}

/** The consent that counts, as it was written down. */
export interface Consent extends NewConsent {
  how: 'site' | 'in writing';
  by: string | null;
}
