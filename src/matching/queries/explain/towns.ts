import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { Town } from '../../rules/explain/ground.ts';
import type { Place } from '../../rules/travel.ts';

/**
 * The towns that stand in the addresses of open mainstream schools within reach of some places, each where its schools are on
 * average. Source: Get information about schools.
 */
export async function townsAround(db: Kysely<Database>, places: readonly Place[], reachKm: number): Promise<Town[]> {
  if (places.length === 0) return [];
  const reach = reachKm * 1000;
  const [west, east, south, north] = [
    places.reduce((least, { easting }) => Math.min(least, easting), Infinity) - reach,
    places.reduce((most, { easting }) => Math.max(most, easting), -Infinity) + reach,
    places.reduce((least, { northing }) => Math.min(least, northing), Infinity) - reach,
    places.reduce((most, { northing }) => Math.max(most, northing), -Infinity) + reach,
  ];
  const { rows } = await sql<{
    name: string;
    easting: number;
    northing: number;
    primary: number;
    secondary: number;
  }>`
    select mode() within group (order by town) as name, avg(easting)::float8 as easting, avg(northing)::float8 as northing,
      count(*) filter (where phase in ('Primary', 'Middle deemed primary'))::int as primary,
      count(*) filter (where phase in ('Secondary', 'Middle deemed secondary', 'All-through'))::int as secondary
    from school
    where mainstream and town is not null
      and easting between ${Math.round(west)} and ${Math.round(east)}
      and northing between ${Math.round(south)} and ${Math.round(north)}
    group by lower(trim(town))
    order by lower(trim(town))`.execute(db);
  return rows.map(({ name, easting, northing, primary, secondary }) => ({
    name: name.trim(),
    easting,
    northing,
    schools: { primary, secondary },
  }));
}
