import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { areasHeld } from './areas.ts';

/** GeoJSON geometry of an area, in British National Grid metres, as stored. */
export type Boundary = unknown;

/** The boundary of every area by its local authority code. */
export async function boundaries(db: Kysely<Database>): Promise<ReadonlyMap<number, Boundary>> {
  return new Map((await areasHeld(db)).map(({ laCode, boundary }) => [laCode, boundary]));
}
