import { wordsOf } from './folded.ts';
import { rolesOf } from './head-roles.ts';
import type { HeadFields, HeadPerson, HeadsNamed } from './head-sighting.ts';
import type { HeadshipPolicy } from './headship-policy.ts';
import { formerSurname, type NameParts, namePartsOf } from './name-parts.ts';

/** Whom the name fields name: nobody, one person or several, without the roles and remarks that stand among the names. */
export function headsNamed(fields: HeadFields, policy: HeadshipPolicy): HeadsNamed {
  const first = fields.firstName ?? '';
  const last = fields.lastName ?? '';
  const said = wordsOf(`${first} ${last}`).join(' ');
  const unsaid = [...new Set([first, last].map((field) => field.toLowerCase()))].filter((field) => field !== '');
  const among = (words: readonly string[]) =>
    words.includes(said) || (said !== '' && unsaid.every((f) => words.includes(f)));
  if (among(policy.nobody)) return { kind: 'vacant', people: [], roles: [] };
  if (said === '' || among(policy.notTold)) return { kind: 'not told', people: [], roles: [] };
  const named = pairsOf(namePartsOf(first, policy), namePartsOf(last, policy), coHeads(fields), policy);
  const people = named.map((pair) => personOf(pair, policy)).filter((person) => person.first + person.last !== '');
  const [only] = people;
  if (only === undefined) return { kind: 'not told', people: [], roles: rolesOf(fields, 0) };
  if (people.length > 1) return { kind: 'people', people, roles: rolesOf(fields, people.length) };
  const sex = sexOf(wordsOf(fields.title ?? ''), policy) ?? only.sex;
  const person = { ...only, sex, formerly: formerSurname(`${first} ${last}`) };
  return { kind: 'people', people: [person], roles: rolesOf(fields, 1) };
}

type Pair = readonly [first: string, last: string];

function coHeads({ title, jobTitle }: HeadFields): boolean {
  return /\bco\W{0,3}(head|principal)|\bjoint\b/i.test(`${title ?? ''} | ${jobTitle ?? ''}`);
}

/** Puts the parts of the two fields together: "Emma / Penny" and "Adams / White" are two people, as are "Ann Smith" and "& Jo Bell". */
function pairsOf(first: NameParts, last: NameParts, coTold: boolean, policy: HeadshipPolicy): Pair[] {
  const [f = ''] = first.parts;
  const [l = ''] = last.parts;
  const many = first.parts.length > 1 || last.parts.length > 1;
  if (!many) {
    const apart = first.closes || last.opens || beginsWithTitle(last.parts[0] ?? '', policy);
    const bothWhole = wordsOf(f).length > 1 && wordsOf(l).length > 1;
    return (apart && f !== '' && l !== '') || (coTold && bothWhole)
      ? [
          [f, ''],
          [l, ''],
        ]
      : [[f, l]];
  }
  if (first.parts.length === last.parts.length) {
    return first.parts.map((part, i): Pair => {
      const surname = last.parts[i] ?? '';
      return wordsOf(part).at(-1) === wordsOf(surname).at(-1) ? [part, ''] : [part, surname];
    });
  }
  if (last.parts.length === 0) return first.parts.map((part): Pair => [part, '']);
  if (first.parts.length < 2) {
    const [own = '', ...others] = last.parts;
    // A second surname alone is the other half of a double one.
    const whole = others.filter((part) => wordsOf(part).length > 1);
    if (whole.length < others.length && whole.length === 0) return [[f, last.parts.join('-')]];
    return [[f, own], ...whole.map((part): Pair => [part, ''])];
  }
  const surnames = l.split(' ');
  if (!first.closes && surnames.length === first.parts.length)
    return first.parts.map((part, i): Pair => [part, surnames[i] ?? '']);
  const alone = first.closes || last.opens;
  if (alone) return [...first.parts, ...last.parts].map((part): Pair => [part, '']);
  return first.parts.map((part): Pair => (wordsOf(part).length > 1 ? [part, ''] : [part, l]));
}

function personOf([first, last]: Pair, policy: HeadshipPolicy): HeadPerson {
  const [given, before] = withoutTitles(first, 0, policy);
  // "Lord" is a surname too: a title is one only before a name.
  const [family, between] = withoutTitles(last, 1, policy);
  const titled = [...before, ...between];
  const whole = { sex: sexOf(titled, policy), formerly: null };
  if (given.length > 0 && family.length > 0) return { first: given.join(' '), last: family.join(' '), ...whole };
  const all = [...given, ...family];
  if (all.length === 1) {
    const surname = family.length === 1 || titled.length > 0;
    return { first: surname ? '' : all.join(' '), last: surname ? all.join(' ') : '', ...whole };
  }
  let from = all.length - 1;
  while (from > 1 && policy.particles.includes(all[from - 1]!.toLowerCase())) from -= 1;
  return { first: all.slice(0, from).join(' '), last: all.slice(from).join(' '), ...whole };
}

/** The words of a name after its titles, and the titles; at least so many words are left. */
function withoutTitles(name: string, least: number, policy: HeadshipPolicy): [string[], string[]] {
  const titles = Object.values(policy.titles).flat();
  const words = name.split(' ').filter((word) => word !== '');
  const plain = words.map((word) => word.toLowerCase().replaceAll('.', ''));
  let from = 0;
  while (words.length - from > least && titles.includes(plain[from]!)) from += 1;
  return [words.slice(from), plain.slice(0, from)];
}

function beginsWithTitle(part: string, { titles }: HeadshipPolicy): boolean {
  const [word = ''] = wordsOf(part);
  return [...titles.man, ...titles.woman, 'dr'].includes(word) && wordsOf(part).length > 1;
}

function sexOf(words: readonly string[], { titles }: HeadshipPolicy): HeadPerson['sex'] {
  if (words.some((word) => titles.man.includes(word))) return 'man';
  return words.some((word) => titles.woman.includes(word)) ? 'woman' : null;
}
