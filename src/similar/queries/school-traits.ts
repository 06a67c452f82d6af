import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { categoryWords } from '../../opendata/queries/category-words.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import { type Phase, type PhaseGroup, phaseGroupOf } from '../../schools/rules/facts.ts';
import type { SchoolTraits } from '../rules/school-filter.ts';
import { measureOf } from './context-figures.ts';

// As the rooms of schools have it: a sponsor is not a responsible body.
const TRUST_TYPES = ['Multi-academy trust', 'Single-academy trust', 'Secure single-academy trust'];

type Traits = ReadonlyMap<number, Omit<SchoolTraits, 'roll'>>;

/** What filters look at, of every open mainstream school, kept in memory until another file is imported; rolls of `rollYear`. */
export async function schoolTraits(
  db: Kysely<Database>,
  rollYear: number,
): Promise<(urn: number) => SchoolTraits | undefined> {
  const [traits, rolls] = await Promise.all([traitsOfEngland(db), measureOf(db, 'roll', rollYear)]);
  return (urn) => {
    const known = traits.get(urn);
    return known && { ...known, roll: rolls.get(urn) ?? null };
  };
}

/** The phase group in which an open mainstream school is compared; null when it is none. */
export async function phaseGroupOfSchool(db: Kysely<Database>, urn: number): Promise<PhaseGroup | null> {
  const traits = (await traitsOfEngland(db)).get(urn);
  return traits === undefined ? null : phaseGroupOf(traits.phase);
}

const traitsOfEngland = perVersion(async (db): Promise<Traits> => {
  const asAt = await registerAsAt(db);
  if (asAt === null) return new Map();
  const [schools, trusts] = await Promise.all([
    db
      .selectFrom('school as s')
      .leftJoin('area as a', 'a.la_code', 's.la_code')
      .select(['s.urn', 's.name', 's.la_code', 's.la_name', 'a.region', 's.phase', 's.type_group', 's.urban_rural'])
      .select(['s.religious_character', 's.gender', 's.admissions_policy', 's.easting', 's.northing'])
      .where('s.mainstream', '=', true)
      .execute(),
    trustsAsAt(db, asAt),
  ]);
  const words = categoryWords(asAt);
  return new Map(
    schools.map((school) => {
      const place = words('urban or rural', school.urban_rural ?? '');
      return [
        school.urn,
        {
          urn: school.urn,
          name: school.name,
          laCode: school.la_code,
          laName: school.la_name,
          region: school.region,
          phase: school.phase as Phase,
          typeGroup: school.type_group,
          urban: place === 'Urban' ? true : place === 'Rural' ? false : null,
          faith: school.religious_character,
          sex: school.gender,
          selective: selectiveOf(school.admissions_policy),
          trustUid: trusts.get(school.urn) ?? null,
          easting: school.easting,
          northing: school.northing,
        },
      ];
    }),
  );
});

// Primary schools do not select, and the register says "Not applicable" of them.
function selectiveOf(policy: string | null): boolean | null {
  if (policy === 'Selective') return true;
  return policy === 'Non-selective' || policy === 'Not applicable' ? false : null;
}

async function trustsAsAt(db: Kysely<Database>, asAt: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('group_member')
    .distinctOn('urn')
    .select(['urn', 'group_uid'])
    .where('group_type', 'in', TRUST_TYPES)
    .where((eb) => eb.or([eb('joined_on', 'is', null), eb('joined_on', '<=', asAt)]))
    .orderBy('urn')
    .orderBy(sql`joined_on desc nulls last`)
    .execute();
  return new Map(rows.map(({ urn, group_uid }) => [urn, group_uid]));
}

/** Where and of what kind schools can be looked for. */
export interface PlacesToFilterBy {
  regions: string[];
  areas: { code: number; name: string }[];
  /** Religious characters as the register words them. */
  faiths: string[];
}

/** The regions, local authorities and religious characters there are, by name; kept in memory until another file is imported. */
export const placesToFilterBy = perVersion(async (db): Promise<PlacesToFilterBy> => {
  const traits = [...(await traitsOfEngland(db)).values()];
  const areas = new Map(traits.map(({ laCode, laName }) => [laCode, laName]));
  return {
    regions: named(traits.map(({ region }) => region)),
    areas: [...areas].map(([code, name]) => ({ code, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    faiths: named(traits.map(({ faith }) => faith)).filter((faith) => faith !== 'None' && faith !== 'Does not apply'),
  };
});

function named(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null).toSorted((a, b) => a.localeCompare(b, 'en-GB'));
}
