import type { SourceRef } from '../facts.ts';
import type { ChangeClass } from './compare-people.ts';
import { type FirstHeadship, firstHeadship, type NamedBefore } from './first-headship.ts';
import { type HeadPerson, nameOf } from './head-sighting.ts';
import type { HeadshipPolicy } from './headship-policy.ts';
import type { ComparedStretch } from './stretches.ts';

/** Heads of a school changed, or may have changed, between two extracts. */
export interface HeadshipChange {
  urn: number;
  /** Null when no register held has the school. */
  schoolName: string | null;
  /** ISO dates: after the first, on or before the second. */
  notBefore: string;
  notAfter: string;
  class: Exclude<ChangeClass, 'same'>;
  reason: string;
  /** Who is named no longer, and who is named anew. */
  left: string[];
  came: string[];
  /** Whether the first of those who came is a head for the first time; null when nobody came or the change is unclear. */
  first: FirstHeadship | null;
  /** The URN of the predecessor that the earlier name is of; null when of the school itself. */
  inheritedFrom: number | null;
  sources: SourceRef[];
}

/** Heads by surname in small letters, to look for those of one name. */
export type BySurname = ReadonlyMap<string, readonly NamedBefore[]>;

/** Puts heads under their surnames. */
export function bySurname(named: readonly NamedBefore[]): BySurname {
  const found = new Map<string, NamedBefore[]>();
  for (const one of named) {
    const held = found.get(surname(one.person));
    if (held === undefined) found.set(surname(one.person), [one]);
    else held.push(one);
  }
  return found;
}

/** Those who came in a stretch: of a pair that is not the same person, the later one. */
export function cameIn(stretch: ComparedStretch): HeadPerson[] {
  return people(stretch, 'after');
}

/** A stretch in which heads changed or may have, told for people; null for one in which they did not. */
export function changeOf(
  { urn, schoolName }: Pick<HeadshipChange, 'urn' | 'schoolName'>,
  stretch: ComparedStretch,
  heads: BySurname,
  policy: HeadshipPolicy,
): HeadshipChange | null {
  if (stretch.class === 'same') return null;
  const came = cameIn(stretch);
  const [newcomer] = came;
  const namesakes = newcomer === undefined ? [] : (heads.get(surname(newcomer)) ?? []);
  const earlier = namesakes.filter(({ asAt }) => asAt < stretch.notAfter);
  return {
    urn,
    schoolName,
    notBefore: stretch.notBefore,
    notAfter: stretch.notAfter,
    class: stretch.class,
    reason: stretch.reason,
    left: people(stretch, 'before').map(nameOf),
    came: came.map(nameOf),
    first: newcomer === undefined || stretch.class === 'unclear' ? null : firstHeadship(newcomer, earlier, policy),
    inheritedFrom: stretch.before.urn === urn ? null : stretch.before.urn,
    sources: [stretch.before.source, stretch.after.source],
  };
}

function surname({ last }: HeadPerson): string {
  return last.toLowerCase();
}

function people({ pairings }: ComparedStretch, side: 'before' | 'after'): HeadPerson[] {
  return pairings.flatMap((pairing) => (pairing.class === 'same' || pairing[side] === null ? [] : [pairing[side]]));
}
