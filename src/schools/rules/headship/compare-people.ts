import { type HeadPerson, nameOf } from './head-sighting.ts';
import type { HeadshipPolicy } from './headship-policy.ts';
import { type FirstNameLikeness, firstNameLikeness, surnameLikeness } from './name-likeness.ts';

/**
 * Whether a head changed between two extracts. `same`: one person, or the same people; `certain`, `likely`: a change;
 * `unclear`: the names do not tell.
 */
export type ChangeClass = 'same' | 'certain' | 'likely' | 'unclear';

/** A class with its reason in words. */
export interface Verdict {
  class: ChangeClass;
  reason: string;
}

const SAME_FIRST_NAME: Partial<Record<FirstNameLikeness, string>> = {
  same: 'the same first name',
  'short form': 'a short form of the first name',
  spelling: 'another spelling of the first name',
  initials: 'initials that agree',
};

/** Whether two names are of one person, as far as names and titles tell. */
export function comparePeople(a: HeadPerson, b: HeadPerson, policy: HeadshipPolicy): Verdict {
  const surname = surnameLikeness(a, b, policy);
  const first = firstNameLikeness(a, b, policy);
  const sexes = a.sex === null || b.sex === null ? 'not told' : a.sex === b.sex ? 'same' : 'other';
  if (surname !== 'same' && areSwapped(a, b, policy))
    return { class: 'same', reason: 'The same names, with first name and surname exchanged.' };
  if (surname === 'other') return otherSurname(a, b, first, sexes);
  if (surname === 'not told') {
    if (first === 'other') return { class: 'likely', reason: 'Another first name; a surname is not told.' };
    return { class: 'unclear', reason: 'A surname is not told.' };
  }
  const how = {
    same: 'The same surname',
    part: 'One surname is part of the other',
    spelling: 'Surnames spelt nearly alike',
  }[surname];
  const given = SAME_FIRST_NAME[first];
  if (first === 'not told') return { class: 'unclear', reason: `${how}; a first name is not told.` };
  if (given === undefined) {
    if (surname === 'same' && sexes !== 'other') {
      return {
        class: 'likely',
        reason: 'The same surname, but another first name: a namesake, a relative, or a middle name.',
      };
    }
    return {
      class: sexes === 'other' ? 'certain' : 'likely',
      reason: `${how}, but another first name${sexes === 'other' ? ' and title' : ''}.`,
    };
  }
  if (sexes === 'other' && first !== 'same')
    return { class: 'unclear', reason: `${how} and ${given}, but a title of the other sex.` };
  if (surname !== 'same' && (first === 'initials' || first === 'spelling')) {
    return { class: 'unclear', reason: `${how}, and ${given}.` };
  }
  return { class: 'same', reason: surname === 'same' && first === 'same' ? 'The same name.' : `${how}, and ${given}.` };
}

function otherSurname(
  a: HeadPerson,
  b: HeadPerson,
  first: FirstNameLikeness,
  sexes: 'same' | 'other' | 'not told',
): Verdict {
  if (first === 'other')
    return { class: 'certain', reason: `${nameOf(a)} and ${nameOf(b)} share neither first name nor surname.` };
  if (first === 'not told') return { class: 'likely', reason: 'Another surname; a first name is not told.' };
  if (first === 'initials') return { class: 'likely', reason: 'Another surname; only an initial agrees.' };
  if (first === 'spelling')
    return { class: 'likely', reason: 'Another surname, and a first name that is like the other.' };
  if (sexes === 'other')
    return {
      class: 'certain',
      reason: 'Another surname and a title of the other sex; the first names are alike by chance.',
    };
  if (a.sex === 'man' || b.sex === 'man') {
    return { class: 'likely', reason: 'Another surname with the same first name: men seldom change theirs.' };
  }
  return {
    class: 'unclear',
    reason: 'Another surname with the same first name: a new surname, as by marriage, or another person.',
  };
}

function areSwapped(a: HeadPerson, b: HeadPerson, policy: HeadshipPolicy): boolean {
  if (a.first === '' || b.first === '') return false;
  return [[a, b] as const, [b, a] as const].some(([one, other]) => {
    const turned = { ...one, first: one.last, last: one.first };
    const first = firstNameLikeness(turned, other, policy);
    return surnameLikeness(turned, other, policy) === 'same' && (first === 'same' || first === 'short form');
  });
}
