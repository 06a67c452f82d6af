import { type HeadPerson, nameOf } from './head-sighting.ts';
import type { HeadshipPolicy } from './headship-policy.ts';
import { firstNameLikeness, surnameLikeness } from './name-likeness.ts';

/** A person named as head of some school in an extract. */
export interface NamedBefore {
  urn: number;
  /** ISO date that the extract is as at. */
  asAt: string;
  person: HeadPerson;
}

/** Whether extracts name a head as head of any school before, with the reason in words. */
export interface FirstHeadship {
  answer: 'not seen before' | 'seen before' | 'unclear';
  reason: string;
}

/**
 * Whether a new head is one for the first time, as far as names tell: there is no number for a person, so a common name or
 * initials alone say nothing. `before` are heads of earlier extracts, at least all with the same surname.
 */
export function firstHeadship(
  person: HeadPerson,
  before: readonly NamedBefore[],
  policy: HeadshipPolicy,
): FirstHeadship {
  const namesakes = before.filter((other) => surnameLikeness(person, other.person, policy) === 'same');
  const alike = namesakes.map((other) => ({ ...other, first: firstNameLikeness(person, other.person, policy) }));
  const full = alike.filter(({ first }) => first === 'same' || first === 'short form');
  const most = mostAtOnce(full);
  if (most >= policy.commonName.schoolsAtOnce) {
    return { answer: 'unclear', reason: `The name stands at ${most} schools at once, so it may be of several people.` };
  }
  const [seen] = full.toSorted((a, b) => a.asAt.localeCompare(b.asAt));
  if (seen !== undefined) {
    return {
      answer: 'seen before',
      reason: `A head of the name ${nameOf(seen.person)} stood at school ${seen.urn} on ${seen.asAt}.`,
    };
  }
  if (alike.some(({ first }) => first === 'initials' || first === 'not told')) {
    return { answer: 'unclear', reason: 'Earlier extracts have the surname with initials that agree.' };
  }
  return { answer: 'not seen before', reason: 'No earlier extract held here names a head so.' };
}

function mostAtOnce(named: readonly NamedBefore[]): number {
  const days = new Map<string, Set<number>>();
  for (const { urn, asAt } of named) days.set(asAt, (days.get(asAt) ?? new Set()).add(urn));
  return Math.max(0, ...[...days.values()].map((urns) => urns.size));
}
