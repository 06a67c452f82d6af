import type { SiteSecret } from '../../../access/secret.ts';

/** What somebody may get by mail about their work. */
export const WORK_LETTERS = ['weekly', 'reminders'] as const;
export type WorkLetter = (typeof WORK_LETTERS)[number];

const USE = 'work mail';

/** What the link in a letter about work proves itself by: it ends this one kind of letter to this one person, and never runs out. */
export function workMailToken(secret: Pick<SiteSecret, 'sign'>, personId: string, letter: WorkLetter): string {
  return `${personId}.${letter}.${secret.sign(USE, `${personId} ${letter}`)}`;
}

/** What a token ends; null for a token that this site did not make. */
export function lettersOf(
  secret: Pick<SiteSecret, 'isSigned'>,
  token: string,
): { personId: string; letter: WorkLetter } | null {
  const [personId = '', kind = '', tag = ''] = token.split('.');
  const letter = WORK_LETTERS.find((one) => one === kind);
  return letter !== undefined && secret.isSigned(USE, `${personId} ${letter}`, tag) ? { personId, letter } : null;
}
