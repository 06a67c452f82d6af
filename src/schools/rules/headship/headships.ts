import { compareSightings } from './compare-sightings.ts';
import type { ChangeClass } from './compare-people.ts';
import type { SourceRef } from '../facts.ts';
import type { HeadPerson, HeadRole, HeadsNamed } from './head-sighting.ts';
import type { HeadshipPolicy } from './headship-policy.ts';

/** Whom one extract names as head of a school, or of the school that it came from. */
export interface Sighting {
  /** The URN under which the extract has it. */
  urn: number;
  /** ISO date that the extract is as at. */
  asAt: string;
  named: HeadsNamed;
  source: SourceRef;
}

/**
 * Days between which something happened, as tightly as extracts allow: after `notBefore`, on which it had not, and on or
 * before `notAfter`, by which it had. Null when no extract bounds that side.
 */
export interface Between {
  notBefore: string | null;
  notAfter: string | null;
}

/** How sure it is that a headship began or ended there, with the reason in words. */
export interface Turn extends Between {
  class: Exclude<ChangeClass, 'same'>;
  reason: string;
}

/** One person heading one school, or the post being vacant, over a run of extracts. */
export interface Headship {
  /** Who; null for a vacancy that the extracts tell of. As the latest extract of the run has the name. */
  person: HeadPerson | null;
  roles: readonly HeadRole[];
  /** ISO dates of the first and last extract that name them. */
  firstSeen: string;
  lastSeen: string;
  /** When and how surely it began; null when the first extract held has it already. */
  began: Turn | null;
  /** When and how surely it ended; null when the last extract held still has it. */
  ended: Turn | null;
  /** The URN of the predecessor under which it began; null when under the school's own. */
  inheritedFrom: number | null;
  /** The row that names them first and the row that names them last. */
  sources: readonly SourceRef[];
}

/**
 * Who headed a school, from extracts in the order of their days, the earliest first. In the order in which headships began.
 * An extract that tells no name says nothing, so it is left out.
 */
export function headshipsFrom(urn: number, sightings: readonly Sighting[], policy: HeadshipPolicy): Headship[] {
  const over: Headship[] = [];
  let standing: Headship[] = [];
  let last: Sighting | null = null;
  for (const sighting of sightings) {
    if (sighting.named.kind === 'not told') continue;
    if (last === null) {
      standing = startsOf(sighting).map(({ person }) => begun(person, sighting, urn, null));
    } else {
      const { between, next } = turned(last, sighting, standing, urn, policy);
      over.push(...between);
      standing = next;
    }
    last = sighting;
  }
  return [...over, ...standing].toSorted((a, b) => a.firstSeen.localeCompare(b.firstSeen));
}

function turned(last: Sighting, now: Sighting, standing: readonly Headship[], urn: number, policy: HeadshipPolicy) {
  const comparison = compareSightings(last.named, now.named, policy);
  const bounds = { notBefore: last.asAt, notAfter: now.asAt };
  const between: Headship[] = [];
  const next: Headship[] = [];
  const goesOn = (held: Headship, person: HeadPerson | null) =>
    next.push({ ...held, person, roles: now.named.roles, lastSeen: now.asAt, sources: [held.sources[0]!, now.source] });
  if (last.named.kind !== 'people' && last.named.kind === now.named.kind) {
    for (const held of standing) goesOn(held, null);
    return { between, next };
  }
  for (const { before, after, class: verdict, reason } of comparison.pairings) {
    const held = standing.find(({ person }) => person === before && before !== null);
    if (verdict === 'same' && held !== undefined) {
      goesOn(held, after);
      continue;
    }
    const turn = verdict === 'same' ? null : { ...bounds, class: verdict, reason };
    if (held !== undefined) between.push({ ...held, ended: turn });
    if (after !== null) next.push(begun(after, now, urn, turn));
  }
  const vacancy: Turn = { ...bounds, class: 'certain', reason: comparison.reason };
  for (const held of standing) if (held.person === null) between.push({ ...held, ended: vacancy });
  if (now.named.kind === 'vacant') next.push(begun(null, now, urn, vacancy));
  return { between, next };
}

function startsOf({ named }: Sighting): { person: HeadPerson | null }[] {
  if (named.kind === 'vacant') return [{ person: null }];
  return named.people.map((person) => ({ person }));
}

function begun(
  person: HeadPerson | null,
  { asAt, named, source, urn }: Sighting,
  own: number,
  began: Turn | null,
): Headship {
  return {
    person,
    roles: named.roles,
    firstSeen: asAt,
    lastSeen: asAt,
    began,
    ended: null,
    inheritedFrom: urn === own ? null : urn,
    sources: [source],
  };
}
