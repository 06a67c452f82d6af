import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { perVersion } from './per-version.ts';

/** GeoJSON geometry of an area, in British National Grid metres, as stored. */
export type Boundary = unknown;

/** The boundary of every area by its local authority code; kept in memory, since the national map draws them all. */
export const boundaries = perVersion(async (db: Kysely<Database>): Promise<ReadonlyMap<number, Boundary>> => {
  const rows = await db.selectFrom('area').select(['la_code', 'boundary']).execute();
  return new Map(rows.map(({ la_code, boundary }) => [la_code, boundary]));
});
