import { comparePeople, type ChangeClass, type Verdict } from './compare-people.ts';
import { type HeadPerson, type HeadRole, type HeadsNamed, nameOf } from './head-sighting.ts';
import type { HeadshipPolicy } from './headship-policy.ts';

/** One person of the earlier extract with the one of the later extract that stands in their place. */
export interface Pairing extends Verdict {
  before: HeadPerson | null;
  after: HeadPerson | null;
}

/** What changed from one extract to another: the class with its reason, and who stands where. */
export interface Comparison extends Verdict {
  pairings: readonly Pairing[];
}

const STRENGTH: readonly ChangeClass[] = ['same', 'unclear', 'likely', 'certain'];

/** Compares whom two extracts name as heads of one school, the earlier first. */
export function compareSightings(before: HeadsNamed, after: HeadsNamed, policy: HeadshipPolicy): Comparison {
  if (before.kind !== 'people' || after.kind !== 'people') return withNobody(before, after);
  const pairings = paired(before.people, after.people, policy);
  const strongest = pairings.toSorted((a, b) => STRENGTH.indexOf(b.class) - STRENGTH.indexOf(a.class))[0];
  if (strongest === undefined || strongest.class === 'same') {
    const reason = settled(before.roles, after.roles) ?? strongest?.reason ?? 'The same name.';
    return { class: 'same', reason, pairings };
  }
  return { class: strongest.class, reason: strongest.reason, pairings };
}

function withNobody(before: HeadsNamed, after: HeadsNamed): Comparison {
  const pairings: Pairing[] = [];
  const told = (verdict: Verdict): Comparison => {
    for (const person of before.people) pairings.push({ ...verdict, before: person, after: null });
    for (const person of after.people) pairings.push({ ...verdict, before: null, after: person });
    return { ...verdict, pairings };
  };
  if (before.kind === after.kind) return told({ class: 'same', reason: 'Nobody is named in either.' });
  if (before.kind === 'not told' || after.kind === 'not told') {
    return told({
      class: 'unclear',
      reason: `The ${before.kind === 'not told' ? 'earlier' : 'later'} extract names nobody and does not say why.`,
    });
  }
  return before.kind === 'vacant'
    ? told({ class: 'certain', reason: 'The post was vacant.' })
    : told({ class: 'certain', reason: 'The post has become vacant.' });
}

/** Pairs people greedily, the most alike first; who is left over came or went. */
function paired(before: readonly HeadPerson[], after: readonly HeadPerson[], policy: HeadshipPolicy): Pairing[] {
  const all = before.flatMap((a, i) =>
    after.map((b, j) => ({ i, j, before: a, after: b, ...comparePeople(a, b, policy) })),
  );
  const pairings: Pairing[] = [];
  const taken = { before: new Set<number>(), after: new Set<number>() };
  for (const { i, j, ...pairing } of all.toSorted((a, b) => STRENGTH.indexOf(a.class) - STRENGTH.indexOf(b.class))) {
    if (taken.before.has(i) || taken.after.has(j)) continue;
    taken.before.add(i);
    taken.after.add(j);
    pairings.push(pairing);
  }
  for (const [i, person] of before.entries()) {
    if (taken.before.has(i)) continue;
    const reason = `${nameOf(person)} is no longer named.`;
    pairings.push({ class: 'certain', reason, before: person, after: null });
  }
  for (const [j, person] of after.entries()) {
    if (taken.after.has(j)) continue;
    pairings.push({ class: 'certain', reason: `${nameOf(person)} is named too.`, before: null, after: person });
  }
  return pairings;
}

function forNow(roles: readonly HeadRole[]): boolean {
  return roles.includes('acting') || roles.includes('interim');
}

function settled(before: readonly HeadRole[], after: readonly HeadRole[]): string | null {
  if (forNow(before) && !forNow(after)) return 'The same person, acting before and no longer so.';
  return !forNow(before) && forNow(after) ? 'The same person, now acting.' : null;
}
