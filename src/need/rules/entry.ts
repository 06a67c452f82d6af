/** What only people know of a school, by the code of the indicator that reads it. */
export const ENTERED_CODES = [
  'concern',
  'complaint',
  'governance',
  'safeguarding_review',
  'leadership_capacity',
  'staffing',
] as const;

export type EnteredCode = (typeof ENTERED_CODES)[number];

/** What somebody of the service entered about one school: what was seen, on which day, and what it rests on. */
export interface Entry {
  id: string;
  urn: number;
  code: EnteredCode;
  /** The policy's clear level or one of its steps. */
  level: string;
  /** ISO day on which it was seen. */
  on: string;
  evidence: string;
  /** Of the person who entered it, in words. */
  role: string;
  /** ISO moment at which it was entered. */
  at: string;
}
