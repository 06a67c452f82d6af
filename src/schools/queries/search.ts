import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Phase } from '../rules/facts.ts';
import { authoritiesAfter, authoritiesBefore } from '../rules/authority-changes.ts';
import type { SearchIntent } from '../rules/search-intent.ts';
import {
  HITS_PER_PAGE,
  pageCount,
  type SearchFilters,
  type SearchHit,
  type SearchResults,
} from '../rules/search-results.ts';
import { buildWordIndex, findSchools, type IndexedSchool } from '../rules/word-index.ts';
import { authorityHistory } from './authority-changes.ts';
import { perVersion } from './per-version.ts';
import { schoolName } from './school-name.ts';

/** The URN of the school that a search names by its number, if a register holds it; null when the search is not for a number. */
export async function exactSchool(db: Kysely<Database>, intent: SearchIntent): Promise<number | null> {
  if (intent.kind === 'laestab') return urnByLaestab(db, intent.laCode, intent.establishmentNumber);
  if (intent.kind !== 'urn') return null;
  return (await schoolName(db, intent.urn))?.urn ?? null;
}

/** The URN behind a local authority and establishment number, which a school keeps when another authority follows, or will. */
async function urnByLaestab(db: Kysely<Database>, laCode: number, establishmentNumber: number): Promise<number | null> {
  const held = await numbered(db, laCode, establishmentNumber);
  if (held !== null) return held;
  const { past, toCome } = await authorityHistory(db);
  const others = [...authoritiesAfter(past, laCode), ...authoritiesBefore(toCome, laCode)];
  const urns = await Promise.all(others.map(({ code }) => numbered(db, code, establishmentNumber)));
  const found = urns.filter((urn) => urn !== null);
  // Two authorities may each have given the number since: then it names neither.
  return found.length === 1 ? found[0]! : null;
}

/** The school of an authority with this number; an open school before a closed one, which may share it. */
async function numbered(db: Kysely<Database>, laCode: number, establishmentNumber: number): Promise<number | null> {
  const row = await db
    .selectFrom('school')
    .select('urn')
    .where('la_code', '=', laCode)
    .where('establishment_number', '=', establishmentNumber)
    .orderBy(sql`status like 'Open%'`, 'desc')
    .orderBy('urn', 'desc')
    .executeTakeFirst();
  return row?.urn ?? null;
}

/**
 * A page (from 1) of the schools that match a postcode's beginning, or the words in their name or town, spelled as typed or
 * else nearly so. A page after the last is answered with the first.
 */
export async function searchSchools(
  db: Kysely<Database>,
  wanted: Exclude<SearchIntent, { kind: 'nothing' | 'too short' }>,
  filters: SearchFilters,
  page: number,
): Promise<SearchResults> {
  // A number that names no school is in no name either.
  const { schools, instead } =
    wanted.kind === 'postcode'
      ? { schools: await schoolsAt(db, wanted.starts), instead: null }
      : findSchools(await wordIndex(db), wanted.kind === 'words' ? wanted.words : []);
  const kept = schools.filter((school) => passes(school, filters));
  const shown = page > pageCount(kept.length) ? 1 : page;
  const urns = kept.slice((shown - 1) * HITS_PER_PAGE, shown * HITS_PER_PAGE).map(({ urn }) => urn);
  return { hits: await hitsOf(db, urns), total: kept.length, page: shown, instead };
}

function passes(school: IndexedSchool, { phase, laCode, closed }: SearchFilters): boolean {
  return (
    (phase === undefined || school.phase === phase) &&
    (laCode === undefined || school.laCode === laCode) &&
    (closed || school.open)
  );
}

// Why in memory and not by the trigram indexes: docs/decisions/012-search-in-memory.md.
const wordIndex = perVersion(async (db: Kysely<Database>) =>
  buildWordIndex(
    await indexed(db)
      .orderBy(sql`lower(name)`)
      .orderBy('urn')
      .execute(),
  ),
);

/** The beginning as written is the condition; the same without its space is what the index is on. */
function schoolsAt(db: Kysely<Database>, starts: readonly string[]): Promise<IndexedSchool[]> {
  const joined = sql<string>`replace(postcode, ' ', '')`;
  return indexed(db)
    .where((eb) =>
      eb.or(
        starts.map((start) =>
          eb.and([eb(joined, 'like', `${start.replaceAll(' ', '')}%`), eb('postcode', 'like', `${start}%`)]),
        ),
      ),
    )
    .orderBy('postcode')
    .orderBy('name')
    .execute();
}

function indexed(db: Kysely<Database>) {
  return db
    .selectFrom('school')
    .select(['urn', 'name', 'town', 'la_code as laCode'])
    .select([sql<Phase>`phase`.as('phase'), sql<boolean>`status like 'Open%'`.as('open')]);
}

async function hitsOf(db: Kysely<Database>, urns: readonly number[]): Promise<SearchHit[]> {
  if (urns.length === 0) return [];
  return db
    .selectFrom('school')
    .select(['urn', 'name', 'status', 'town', 'postcode', 'la_code as laCode', 'la_name as laName'])
    .select(['establishment_type as establishmentType', 'close_date as closeDate', sql<Phase>`phase`.as('phase')])
    .where('urn', 'in', urns)
    .orderBy(sql`array_position(${urns}::int[], urn)`)
    .execute();
}
