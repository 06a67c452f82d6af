import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { SourceRef } from '../rules/facts.ts';
import { type FirstHeadship, firstHeadship, type NamedBefore } from '../rules/headship/first-headship.ts';
import type { ChangeClass } from '../rules/headship/compare-people.ts';
import { type HeadPerson, nameOf } from '../rules/headship/head-sighting.ts';
import type { HeadshipPolicy } from '../rules/headship/headship-policy.ts';
import { lineageOf } from '../rules/headship/lineage.ts';
import { type ComparedStretch, stretchesOf } from '../rules/headship/stretches.ts';
import { type Turnover, turnoverOf } from '../rules/headship/turnover.ts';
import { headSightings, onlyPredecessors } from './head-sightings.ts';
import { bySchool, headshipPolicyAsAt, namedBefore } from './headships.ts';

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

/** Changes of head that extracts after `from` and up to `to` show, with the turnover of all schools that they tell of. */
export interface HeadshipChanges {
  from: string;
  to: string;
  policy: HeadshipPolicy;
  /** Schools of which two extracts tell, one of them in the time asked for. */
  schools: number;
  turnover: Turnover;
  /** In the order of school and day. */
  changes: HeadshipChange[];
}

/**
 * Changes of head in England or one area. A change belongs to the extract that first shows it: it may have been on any day
 * since the one before, even before `from`. A predecessor counts as the same school.
 */
export async function headshipChanges(
  db: Kysely<Database>,
  { from, to, laCode }: { from: string; to: string; laCode?: number },
): Promise<HeadshipChanges> {
  const policy = headshipPolicyAsAt(to);
  const names = await schoolNames(db, laCode);
  const urns = laCode === undefined ? undefined : [...names.keys()];
  const predecessors = await onlyPredecessors(db, urns);
  const told = bySchool(
    await headSightings(db, { ...(urns && { urns: [...urns, ...predecessors.values()] }), until: to }),
  );
  const stretches = (urns ?? [...told.keys()].toSorted((a, b) => a - b)).flatMap((urn) =>
    stretchesOf(lineageOf(urn, told, predecessors), policy)
      // The stretches of the predecessor are its own: told once, there.
      .filter(({ after, notAfter }) => after.urn === urn && notAfter > from)
      .map((stretch) => ({ urn, stretch })),
  );
  const changed = stretches.filter(({ stretch }) => stretch.class !== 'same');
  const newcomers = changed.flatMap(({ stretch }) => people(stretch, 'after'));
  const bySurname = new Map<string, NamedBefore[]>();
  for (const named of await namedBefore(db, newcomers, to, policy)) {
    const key = surname(named.person);
    bySurname.set(key, [...(bySurname.get(key) ?? []), named]);
  }
  const changes = changed.map(({ urn, stretch }): HeadshipChange => {
    const [newcomer] = people(stretch, 'after');
    const verdict = stretch.class as HeadshipChange['class'];
    const namesakes = newcomer === undefined ? [] : (bySurname.get(surname(newcomer)) ?? []);
    const earlier = namesakes.filter(({ asAt }) => asAt < stretch.notAfter);
    return {
      urn,
      schoolName: names.get(urn) ?? null,
      notBefore: stretch.notBefore,
      notAfter: stretch.notAfter,
      class: verdict,
      reason: stretch.reason,
      left: people(stretch, 'before').map(nameOf),
      came: people(stretch, 'after').map(nameOf),
      first: newcomer === undefined || verdict === 'unclear' ? null : firstHeadship(newcomer, earlier, policy),
      inheritedFrom: stretch.before.urn === urn ? null : stretch.before.urn,
      sources: [stretch.before.source, stretch.after.source],
    };
  });
  const schools = new Set(stretches.map(({ urn }) => urn)).size;
  return { from, to, policy, schools, turnover: turnoverOf(stretches.map(({ stretch }) => stretch)), changes };
}

async function schoolNames(db: Kysely<Database>, laCode: number | undefined): Promise<Map<number, string>> {
  let query = db.selectFrom('school').select(['urn', 'name']).orderBy('urn');
  if (laCode !== undefined) query = query.where('la_code', '=', laCode);
  return new Map((await query.execute()).map(({ urn, name }) => [urn, name]));
}

function surname({ last }: HeadPerson): string {
  return last.toLowerCase();
}

function people({ pairings }: ComparedStretch, side: 'before' | 'after'): HeadPerson[] {
  return pairings.flatMap((pairing) => (pairing.class === 'same' || pairing[side] === null ? [] : [pairing[side]]));
}
