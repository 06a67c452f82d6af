import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { shores } from '../queries/coast.ts';
import { distanceToShore } from '../rules/coast/nearest-shore.ts';
import { openShore } from '../rules/coast/open-shore.ts';
import type { PlacePolicy } from '../rules/place-policy.ts';

/**
 * Measures how far every placed school is from the shore of open water, in place of what was measured before. Returns how many
 * schools have a distance: none while no coastline is held.
 */
export async function measureCoast(db: Kysely<Database>, { openWater }: PlacePolicy): Promise<number> {
  const open = openShore(await shores(db), openWater.widthMetres);
  const distance = distanceToShore(open);
  const schools =
    open.length === 0
      ? []
      : await db
          .selectFrom('school')
          .select(['urn', 'easting', 'northing'])
          .where('easting', 'is not', null)
          .where('northing', 'is not', null)
          .execute();
  const rows = schools.map(({ urn, easting, northing }) => [
    urn,
    Math.round(distance([easting ?? NaN, northing ?? NaN])),
  ]);
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('coast_distance').execute();
    await sql`
      insert into coast_distance (urn, metres)
      select (row->>0)::int, (row->>1)::int from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as rows(row)`.execute(
      transaction,
    );
  });
  return rows.length;
}
