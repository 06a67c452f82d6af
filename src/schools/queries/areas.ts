import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import { type AreaNamed, areaNamed, authorityNote, type NamedArea } from '../rules/area-named.ts';
import { areasOnDay } from '../rules/areas-on-day.ts';
import type { SourceRef } from '../rules/facts.ts';
import { authorityHistory, everyAuthorityChange } from './authority-changes.ts';
import { perVersion } from './per-version.ts';

/** A local authority that stands on the day of the register, as the published list of areas has it. */
export interface Area {
  laCode: number;
  name: string;
  region: string;
  /** GeoJSON geometry, in British National Grid metres, as stored. */
  boundary: unknown;
  source: SourceRef;
}

/** The areas that stand on the day of the register, by name; kept in memory, since the national map draws them all. */
export const areasHeld = perVersion(async (db: Kysely<Database>): Promise<Area[]> => {
  const [rows, day] = await Promise.all([
    db
      .selectFrom('area')
      .innerJoin('import', 'import.id', 'area.import_id')
      .selectAll('area')
      .select('import.as_at as list_as_at')
      .orderBy('name')
      .execute(),
    registerAsAt(db),
  ]);
  const listed = rows.map((row) => ({
    ...row,
    laCode: row.la_code,
    importId: row.import_id,
    listAsAt: row.list_as_at,
  }));
  const standing = new Set(areasOnDay(listed, everyAuthorityChange(), day));
  return listed
    .filter((area) => standing.has(area))
    .map(({ laCode, name, region, boundary, importId, line }) => ({
      laCode,
      name,
      region,
      boundary,
      source: { importId, line },
    }));
});

/** Every area by name. */
export async function listAreas(db: Kysely<Database>): Promise<NamedArea[]> {
  return (await areasHeld(db)).map(({ laCode, name }) => ({ code: laCode, name }));
}

/**
 * The area that a text names, by code or name; a text that names none is refused with the nearest names, and an authority that had
 * ended or not begun with what it is part of.
 */
export async function findArea(db: Kysely<Database>, text: string): Promise<AreaNamed> {
  const [areas, history] = await Promise.all([listAreas(db), authorityHistory(db)]);
  return areaNamed(areas, text, history);
}

/** What to say when a text names an authority that had ended or not begun on the day of the register; null when it does not. */
export async function authorityNoted(db: Kysely<Database>, text: string): Promise<string | null> {
  return authorityNote(text, await authorityHistory(db))?.words ?? null;
}

/** The area with this code, or null when there is none. */
export async function areaByCode(db: Kysely<Database>, code: number): Promise<NamedArea | null> {
  return (await listAreas(db)).find((area) => area.code === code) ?? null;
}

/** The region of every area by its code. */
export async function regions(db: Kysely<Database>): Promise<ReadonlyMap<number, string>> {
  return new Map((await areasHeld(db)).map(({ laCode, region }) => [laCode, region]));
}
