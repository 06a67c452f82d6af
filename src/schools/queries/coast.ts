import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { policyAsAt } from '../../policies.ts';
import type { GridPoint } from '../rules/coast/open-shore.ts';
import type { PlacePolicy } from '../rules/place-policy.ts';
import { placePolicyKind } from '../schema/place-policy.ts';

/** The place policy that holds on a day (ISO). Throws PolicyError when none does. */
export function placePolicyAsAt(asAt: string): PlacePolicy {
  return policyAsAt(placePolicyKind, asAt);
}

/** The shores held, as closed rings on the National Grid; none before a coastline is loaded. */
export async function shores(db: Kysely<Database>): Promise<GridPoint[][]> {
  const rows = await db.selectFrom('coastline').select('ring').orderBy('part').execute();
  return rows.map(({ ring }) => ring as GridPoint[]);
}

/** Metres to the nearest shore of open water, by URN: of these schools, or of all that the register places. */
export async function coastDistances(db: Kysely<Database>, urns?: readonly number[]): Promise<Map<number, number>> {
  let query = db.selectFrom('coast_distance').select(['urn', 'metres']);
  if (urns !== undefined) query = query.where('urn', '=', sql<number>`any(${[...urns]}::int[])`);
  return new Map((await query.execute()).map(({ urn, metres }) => [urn, metres]));
}
