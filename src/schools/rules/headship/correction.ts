import { dayText } from '../figure-words.ts';
import type { ChangeClass } from './compare-people.ts';

/** What a person says of a change of head that names only suggest. A withdrawal takes back what the organisation said before. */
export const CORRECTION_SAYS = ['same person', 'another person', 'vacancy', 'withdrawn'] as const;
export type CorrectionSays = (typeof CORRECTION_SAYS)[number];

/** How the head holds the post. */
export const STANDINGS = ['permanent', 'acting', 'interim', 'executive', 'co-head'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The two extracts between which a change of head lies: after the first, on or before the second. ISO dates. */
export interface Span {
  notBefore: string;
  notAfter: string;
}

/** What a person can say of a change of head. */
export interface CorrectionSaid extends Span {
  says: CorrectionSays;
  /** The true day (ISO), where it is known. */
  happenedOn: string | null;
  /** Whether it is the new head's first headship; null when not said. */
  firstHeadship: boolean | null;
  standing: Standing | null;
  reason: string;
}

/** A correction as it was made, by whom and when. Rows are added and never changed. */
export interface HeadshipCorrection extends CorrectionSaid {
  id: string;
  urn: number;
  organisationId: string;
  organisation: string;
  fromSchool: boolean;
  /** What the names said when it was made. */
  publishedClass: ChangeClass;
  by: string;
  role: string;
  /** ISO moment. */
  at: string;
}

/** One change of head at one school, as a key. */
export function spanKey(urn: number, { notBefore, notAfter }: Span): string {
  return `${urn} ${notBefore} ${notAfter}`;
}

/** The corrections that stand: the newest of each organisation on each change, unless it is a withdrawal. */
export function standingCorrections<T extends HeadshipCorrection>(all: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const one of all.toSorted((a, b) => a.at.localeCompare(b.at))) {
    newest.set(`${spanKey(one.urn, one)} ${one.organisationId}`, one);
  }
  return [...newest.values()].filter(({ says }) => says !== 'withdrawn');
}

const SAYS_WORDS: Record<CorrectionSays, string> = {
  'same person': 'The same person: the head did not change',
  'another person': 'Another person: the head changed',
  vacancy: 'The post became vacant',
  withdrawn: 'What was said before is withdrawn',
};

/** "Another person: the head changed, on 1 September 2020; their first headship; acting". */
export function saidWords({ says, happenedOn, firstHeadship, standing }: Omit<CorrectionSaid, 'reason'>): string {
  const more = [
    firstHeadship === null ? null : firstHeadship ? 'their first headship' : 'not their first headship',
    standing,
  ].filter((part) => part !== null);
  const when = happenedOn === null ? '' : `, on ${dayText(happenedOn)}`;
  return [`${SAYS_WORDS[says]}${when}`, ...more].join('; ');
}
