import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import type { AreaHeads, HeadsOfEngland } from '../rules/headship/area-heads.ts';
import { type HeadNow, headNow } from '../rules/headship/head-now.ts';
import { changeOf, type HeadshipChange } from '../rules/headship/headship-change.ts';
import { placeTurnover, type Watched } from '../rules/headship/place-turnover.ts';
import { isOpen } from '../rules/school-record.ts';
import { allHeads } from './all-heads.ts';
import { perVersion } from './per-version.ts';

// There is nothing to read after it: extracts are as at days that have been.
const EVER = '9999-12-31';
type School = { urn: number; schoolName: string | null; laCode: number | null; open: boolean };

/** Works out the heads of England; once for each set of imports, and kept in memory. */
export const headsOfEngland = perVersion(async (db): Promise<HeadsOfEngland> => {
  const [{ policy, heads, schools }, register, asAt] = [
    await allHeads(db, EVER),
    await registered(db),
    await registerAsAt(db),
  ];
  const all: Watched[] = [];
  const areas = new Map<number, { watched: Watched[]; now: HeadNow[] }>();
  let withoutArea = 0;
  for await (const { urn, told, line, stretches } of schools()) {
    const school = register.get(urn) ?? { urn, schoolName: null, laCode: null, open: false };
    const watched: Watched = {
      days: told.flatMap(({ named, asAt }) => (named.kind === 'not told' ? [] : [asAt])),
      stretches: stretches.map(({ notBefore, notAfter, class: verdict }) => ({ notBefore, notAfter, class: verdict })),
      changes: stretches.flatMap((stretch) => changeOf(school, stretch, heads, policy) ?? []),
    };
    all.push(watched);
    if (school.laCode === null) {
      withoutArea += 1;
      continue;
    }
    const area = areas.get(school.laCode) ?? { watched: [], now: [] };
    areas.set(school.laCode, area);
    area.watched.push(watched);
    const now = school.open && headNow({ urn, schoolName: school.schoolName ?? `School ${urn}` }, line);
    // What only an extract before the register tells is not of now: the school may be closed since.
    if (now && (asAt === null || now.asAt >= asAt)) area.now.push(now);
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

async function registered(db: Kysely<Database>): Promise<Map<number, School>> {
  const rows = await db.selectFrom('school').select(['urn', 'name', 'la_code', 'status', 'mainstream']).execute();
  return new Map(
    rows.map(({ urn, name, la_code, status, mainstream }) => [
      urn,
      { urn, schoolName: name, laCode: la_code, open: mainstream && isOpen(status) },
    ]),
  );
}
