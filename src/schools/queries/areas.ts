import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { authorityChanges } from './authority-changes.ts';
import { type AreaNamed, areaNamed, type NamedArea } from '../rules/area-named.ts';

/** Every area by name. */
export function listAreas(db: Kysely<Database>): Promise<NamedArea[]> {
  return db.selectFrom('area').select(['la_code as code', 'name']).orderBy('name').execute();
}

/** The area that a text names, by code or name; a text that names none is refused with the nearest names. */
export async function findArea(db: Kysely<Database>, text: string): Promise<AreaNamed> {
  const [areas, changes] = await Promise.all([listAreas(db), authorityChanges(db)]);
  return areaNamed(areas, text, changes);
}

/** The area with this code, or null when there is none. */
export async function areaByCode(db: Kysely<Database>, code: number): Promise<NamedArea | null> {
  const area = await db
    .selectFrom('area')
    .select(['la_code as code', 'name'])
    .where('la_code', '=', code)
    .executeTakeFirst();
  return area ?? null;
}

/** The region of every area by its code. */
export async function regions(db: Kysely<Database>): Promise<ReadonlyMap<number, string>> {
  const areas = await db.selectFrom('area').select(['la_code', 'region']).execute();
  return new Map(areas.map(({ la_code, region }) => [la_code, region]));
}
