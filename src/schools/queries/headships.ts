import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { policyAsAt } from '../../policies.ts';
import { type FirstHeadship, firstHeadship, type NamedBefore } from '../rules/headship/first-headship.ts';
import type { HeadPerson } from '../rules/headship/head-sighting.ts';
import type { HeadshipPolicy } from '../rules/headship/headship-policy.ts';
import { type Headship, headshipsFrom } from '../rules/headship/headships.ts';
import { lineageOf, type Told } from '../rules/headship/lineage.ts';
import { namesReader } from '../rules/headship/names-reader.ts';
import { stretchesOf } from '../rules/headship/stretches.ts';
import type { SchoolHeadships } from '../rules/headship/school-headships.ts';
import { turnoverOf } from '../rules/headship/turnover.ts';
import { headshipPolicyKind } from '../schema/headship-policy.ts';
import { headSightings, onlyPredecessors } from './head-sightings.ts';

// There is nothing to read after it: extracts are as at days that have been.
const EVER = '9999-12-31';

/** Who headed a school from when to when, as tightly as extracts allow. Empty when no extract held has a head of it. */
export async function headshipsOf(db: Kysely<Database>, urn: number): Promise<SchoolHeadships> {
  const from = await onlyPredecessors(db, [urn]);
  const told = await headSightings(db, { urns: [urn, ...from.values()], until: EVER });
  const policy = headshipPolicyAsAt(told.at(-1)?.asAt ?? EVER);
  const line = lineageOf(urn, bySchool(told.map(namesReader(policy))), from);
  const days = line.map(({ asAt }) => asAt);
  const headships = headshipsFrom(urn, line, policy);
  const begun = headships.flatMap(({ person, began }) => (person === null || began === null ? [] : [person]));
  const before = await namedBefore(db, begun, EVER, policy);
  const stretches = stretchesOf(line, policy);
  return {
    urn,
    policy,
    days,
    headships: headships.map((headship) => ({ ...headship, first: firstOf(headship, before, policy) })).toReversed(),
    turnover: turnoverOf(stretches),
    stretches,
  };
}

/** The policy by which heads are told apart on a day (ISO). Throws PolicyError when none holds. */
export function headshipPolicyAsAt(date: string): HeadshipPolicy {
  return policyAsAt(headshipPolicyKind, date);
}

/** Sightings by school, the order kept. */
export function bySchool<T extends Told>(told: readonly T[]): Map<number, T[]> {
  const schools = new Map<number, T[]>();
  for (const row of told) {
    const own = schools.get(row.urn);
    if (own === undefined) schools.set(row.urn, [row]);
    else own.push(row);
  }
  return schools;
}

/** Heads with the surnames of these people in extracts up to a day, as the fields name them. */
export async function namedBefore(
  db: Kysely<Database>,
  people: readonly HeadPerson[],
  until: string,
  policy: HeadshipPolicy,
): Promise<NamedBefore[]> {
  const surnames = [...new Set(people.map(({ last }) => last.toLowerCase()))].filter((last) => last !== '');
  if (surnames.length === 0) return [];
  const told = await headSightings(db, { surnames, until });
  return told
    .map(namesReader(policy))
    .flatMap(({ urn, asAt, named }) => named.people.map((person) => ({ urn, asAt, person })));
}

function firstOf(
  { person, began }: Headship,
  before: readonly NamedBefore[],
  policy: HeadshipPolicy,
): FirstHeadship | null {
  if (person === null || began === null || began.class === 'unclear') return null;
  const day = began.notAfter ?? EVER;
  return firstHeadship(
    person,
    before.filter(({ asAt }) => asAt < day),
    policy,
  );
}
