/** On whose behalf help is asked for, as the form offers them to a service. */
export const ASKERS = [
  ['school', 'The school itself'],
  ['governing board', 'The governing board'],
  ['partnership', 'A partnership or cluster of schools'],
  ['local authority', 'The local authority'],
  ['trust', 'The trust'],
  ['hub', 'A hub'],
  ['diocese', 'The diocese'],
  ['inspector', 'An inspector'],
  ['leader', 'Another leader'],
] as const;

export type AskerKind = (typeof ASKERS)[number][0];

/** Who asks, in words. */
export function askerWords(kind: string): string {
  return ASKERS.find(([code]) => code === kind)?.[1] ?? kind;
}

/** What was asked for, besides what the placement itself says. */
export interface Request {
  detail: string;
  when: string;
  onBehalfOf: string | null;
  contactName: string;
  contactEmail: string | null;
  contactPhone: string | null;
}
