import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { bySurname, cameIn, changeOf, type HeadshipChange } from '../rules/headship/headship-change.ts';
import type { HeadshipPolicy } from '../rules/headship/headship-policy.ts';
import { lineageOf } from '../rules/headship/lineage.ts';
import { namesReader } from '../rules/headship/names-reader.ts';
import { stretchesOf } from '../rules/headship/stretches.ts';
import { type Turnover, turnoverOf } from '../rules/headship/turnover.ts';
import { headSightings, onlyPredecessors } from './head-sightings.ts';
import { bySchool, headshipPolicyAsAt, namedBefore } from './headships.ts';

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
  const rows = await headSightings(db, { ...(urns && { urns: [...urns, ...predecessors.values()] }), until: to });
  const told = bySchool(rows.map(namesReader(policy)));
  const stretches = (urns ?? [...told.keys()].toSorted((a, b) => a - b)).flatMap((urn) =>
    stretchesOf(lineageOf(urn, told, predecessors), policy)
      // The stretches of the predecessor are its own: told once, there.
      .filter(({ after, notAfter }) => after.urn === urn && notAfter > from)
      .map((stretch) => ({ urn, stretch })),
  );
  const newcomers = stretches.flatMap(({ stretch }) => (stretch.class === 'same' ? [] : cameIn(stretch)));
  const heads = bySurname(await namedBefore(db, newcomers, to, policy));
  const changes = stretches.flatMap(
    ({ urn, stretch }) => changeOf({ urn, schoolName: names.get(urn) ?? null }, stretch, heads, policy) ?? [],
  );
  const schools = new Set(stretches.map(({ urn }) => urn)).size;
  return { from, to, policy, schools, turnover: turnoverOf(stretches.map(({ stretch }) => stretch)), changes };
}

async function schoolNames(db: Kysely<Database>, laCode: number | undefined): Promise<Map<number, string>> {
  let query = db.selectFrom('school').select(['urn', 'name']).orderBy('urn');
  if (laCode !== undefined) query = query.where('la_code', '=', laCode);
  return new Map((await query.execute()).map(({ urn, name }) => [urn, name]));
}
