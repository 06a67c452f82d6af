import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { AreaHeads, HeadsOfEngland } from '../rules/headship/area-heads.ts';
import { type HeadNow, headNow } from '../rules/headship/head-now.ts';
import { bySurname, changeOf, type HeadshipChange } from '../rules/headship/headship-change.ts';
import type { HeadshipPolicy } from '../rules/headship/headship-policy.ts';
import { lineageOf } from '../rules/headship/lineage.ts';
import { placeTurnover, type Watched } from '../rules/headship/place-turnover.ts';
import { namesReader } from '../rules/headship/names-reader.ts';
import { stretchesOf, type ToldFields, type ToldHeads } from '../rules/headship/stretches.ts';
import { isOpen } from '../rules/school-record.ts';
import { headSightings, onlyPredecessors } from './head-sightings.ts';
import { bySchool, headshipPolicyAsAt } from './headships.ts';
import { perVersion } from './per-version.ts';

// There is nothing to read after it: extracts are as at days that have been.
const EVER = '9999-12-31';
/** Schools at a time: working out all at once would keep every other page waiting. */
const AT_A_TIME = 250;

type School = { urn: number; schoolName: string | null; laCode: number | null; open: boolean };

/** Works out the heads of England; once for each set of imports, and kept in memory. */
export const headsOfEngland = perVersion(async (db): Promise<HeadsOfEngland> => {
  const [rows, predecessors, schools] = [
    await headSightings(db, { until: EVER }),
    await onlyPredecessors(db),
    await registered(db),
  ];
  // In the order of days.
  const policy = headshipPolicyAsAt(rows.at(-1)?.asAt ?? EVER);
  const read = await allRead(rows, policy);
  const told = bySchool(read);
  const heads = bySurname(
    read.flatMap(({ urn, asAt, named }) => named.people.map((person) => ({ urn, asAt, person }))),
  );
  const all: Watched[] = [];
  const areas = new Map<number, { watched: Watched[]; now: HeadNow[] }>();
  let withoutArea = 0;
  let done = 0;
  for (const urn of [...told.keys()].toSorted((a, b) => a - b)) {
    const school = schools.get(urn) ?? { urn, schoolName: null, laCode: null, open: false };
    const line = lineageOf(urn, told, predecessors);
    // The stretches of a predecessor are its own: counted once, there.
    const stretches = stretchesOf(line, policy).filter(({ after }) => after.urn === urn);
    const watched: Watched = {
      days: told.get(urn)!.flatMap(({ named, asAt }) => (named.kind === 'not told' ? [] : [asAt])),
      stretches: stretches.map(({ notBefore, notAfter, class: verdict }) => ({ notBefore, notAfter, class: verdict })),
      changes: stretches.flatMap((stretch) => changeOf(school, stretch, heads, policy) ?? []),
    };
    all.push(watched);
    if (school.laCode === null) withoutArea += 1;
    else {
      const area = areas.get(school.laCode) ?? { watched: [], now: [] };
      areas.set(school.laCode, area);
      area.watched.push(watched);
      const now = school.open && headNow({ urn, schoolName: school.schoolName ?? `School ${urn}` }, line);
      if (now) area.now.push(now);
    }
    done += 1;
    if (done % AT_A_TIME === 0) await turnOfTheLoop();
  }
  return {
    policy,
    turnover: placeTurnover(all),
    withoutArea,
    areas: new Map([...areas].map(([laCode, area]) => [laCode, areaHeads(area)])),
  };
});

function newestFirst(a: HeadshipChange, b: HeadshipChange): number {
  return b.notAfter.localeCompare(a.notAfter) || (a.schoolName ?? '').localeCompare(b.schoolName ?? '', 'en-GB');
}

function areaHeads({ watched, now }: { watched: Watched[]; now: HeadNow[] }): AreaHeads {
  return {
    turnover: placeTurnover(watched),
    changes: watched.flatMap(({ changes }) => changes).toSorted(newestFirst),
    now: now.toSorted((a, b) => a.schoolName.localeCompare(b.schoolName, 'en-GB')),
  };
}

async function allRead(rows: readonly ToldFields[], policy: HeadshipPolicy): Promise<ToldHeads[]> {
  const read = namesReader(policy);
  const all: ToldHeads[] = [];
  for (const row of rows) {
    all.push(read(row));
    if (all.length % (AT_A_TIME * 4) === 0) await turnOfTheLoop();
  }
  return all;
}

async function registered(db: Kysely<Database>): Promise<Map<number, School>> {
  const rows = await db.selectFrom('school').select(['urn', 'name', 'la_code', 'status', 'mainstream']).execute();
  return new Map(
    rows.map(({ urn, name, la_code, status, mainstream }) => [
      urn,
      { urn, schoolName: name, laCode: la_code, open: mainstream && isOpen(status) },
    ]),
  );
}
