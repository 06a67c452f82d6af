import { wordsOf } from './folded.ts';
import type { HeadPerson } from './head-sighting.ts';
import type { HeadshipPolicy } from './headship-policy.ts';
import { lettersApart } from './letters-apart.ts';

/** How two surnames agree. `part`: one is part of the other, as a double surname; or one is told to be the earlier of the other. */
export type SurnameLikeness = 'same' | 'spelling' | 'part' | 'other' | 'not told';

/** How two first names agree. */
export type FirstNameLikeness = 'same' | 'short form' | 'spelling' | 'initials' | 'other' | 'not told';

/** Whether two spellings are near enough to be of one name. */
export function nearSpelling(a: string, b: string, { spelling }: HeadshipPolicy): boolean {
  const length = Math.min(a.length, b.length);
  const most = length >= spelling.twoLettersFrom ? 2 : length >= spelling.oneLetterFrom ? 1 : 0;
  return most > 0 && Math.abs(a.length - b.length) <= most && lettersApart(a, b) <= most;
}

/** Compares the surnames of two people. Hyphens, spaces, accents and capitals do not count. */
export function surnameLikeness(a: HeadPerson, b: HeadPerson, policy: HeadshipPolicy): SurnameLikeness {
  const [one, other] = [wordsOf(a.last), wordsOf(b.last)];
  if (one.length === 0 || other.length === 0) return 'not told';
  if (one.join('') === other.join('')) return 'same';
  if (formerly(a, other) || formerly(b, one)) return 'part';
  if (isPart(one, other, policy) || isPart(other, one, policy)) return 'part';
  return nearSpelling(one.join(''), other.join(''), policy) ? 'spelling' : 'other';
}

function formerly(person: HeadPerson, words: string[]): boolean {
  return person.formerly !== null && wordsOf(person.formerly).join('') === words.join('');
}

function isPart(short: string[], long: string[], { particles }: HeadshipPolicy): boolean {
  if (short.length >= long.length || particles.includes(short.join(''))) return false;
  const whole = short.join(' ');
  return ` ${long.join(' ')} `.includes(` ${whole} `);
}

/** Compares the first names of two people. Any word that both have counts, for some go by a middle name. */
export function firstNameLikeness(a: HeadPerson, b: HeadPerson, policy: HeadshipPolicy): FirstNameLikeness {
  const [one, other] = [wordsOf(a.first), wordsOf(b.first)];
  if (one.length === 0 || other.length === 0) return 'not told';
  if (one.join('') === other.join('') && !one.every(isInitial)) return 'same';
  if (one.some((word) => !isInitial(word) && other.includes(word))) return 'same';
  if (one.every(isInitial) || other.every(isInitial)) {
    const [initials, names] = one.every(isInitial) ? [one, other] : [other, one];
    const begins = names.flatMap((name) => [name, ...formsOf(name, policy)]).map((name) => name[0]);
    return initials.some((initial) => begins.includes(initial)) ? 'initials' : 'other';
  }
  const pairs = one
    .flatMap((x) => other.map((y) => [x, y] as const))
    .filter(([x, y]) => !isInitial(x) && !isInitial(y));
  if (pairs.some(([x, y]) => isShortForm(x, y, policy))) return 'short form';
  return pairs.some(([x, y]) => nearSpelling(x, y, policy)) ? 'spelling' : 'other';
}

function isInitial(word: string): boolean {
  return word.length === 1;
}

function isShortForm(x: string, y: string, policy: HeadshipPolicy): boolean {
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return (short.length >= policy.shortForm.lettersFrom && long.startsWith(short)) || formsOf(x, policy).includes(y);
}

function formsOf(name: string, { firstNames }: HeadshipPolicy): string[] {
  return firstNames.same.filter((group) => group.includes(name)).flat();
}
