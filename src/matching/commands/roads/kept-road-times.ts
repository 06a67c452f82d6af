import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { roadKey, type RoadPair, type RoadTime } from '../../rules/travel/road-times.ts';
import type { RoadService } from './ask-service.ts';

/** A time with the journey that it is of. */
export type ToldPair = RoadPair & RoadTime;

/** Pairs looked up or stored at once. */
const AT_ONCE = 20_000;

/** What the service said of these journeys not longer ago than the policy keeps it, by `roadKey`. */
export async function keptRoadTimes(
  db: Kysely<Database>,
  { provider, version }: RoadService,
  pairs: readonly RoadPair[],
  maxAgeDays: number,
): Promise<Record<string, RoadTime>> {
  const kept: Record<string, RoadTime> = {};
  for (let k = 0; k < pairs.length; k += AT_ONCE) {
    const asked = columnsOf(pairs.slice(k, k + AT_ONCE));
    const { rows } = await sql<{ fe: number; fn: number; te: number; tn: number } & RoadTime>`
      select r.from_easting as fe, r.from_northing as fn, r.to_easting as te, r.to_northing as tn, r.seconds, r.metres
      from unnest(${asked[0]}::int[], ${asked[1]}::int[], ${asked[2]}::int[], ${asked[3]}::int[]) as a (fe, fn, te, tn)
      join road_time r on r.provider = ${provider} and r.version = ${version}
        and r.from_easting = a.fe and r.from_northing = a.fn and r.to_easting = a.te and r.to_northing = a.tn
      where r.asked_at > now() - make_interval(days => ${maxAgeDays}::int)`.execute(db);
    for (const { fe, fn, te, tn, seconds, metres } of rows) {
      const key = roadKey({ easting: fe, northing: fn }, { easting: te, northing: tn });
      kept[key] = { seconds, metres };
    }
  }
  return kept;
}

/** Keeps what the service said, in place of what it said before. */
export async function keepRoadTimes(
  db: Kysely<Database>,
  { provider, version }: RoadService,
  told: readonly ToldPair[],
): Promise<void> {
  for (let k = 0; k < told.length; k += AT_ONCE) {
    const some = told.slice(k, k + AT_ONCE);
    const asked = columnsOf(some);
    await sql`
      insert into road_time (provider, version, from_easting, from_northing, to_easting, to_northing, seconds, metres)
      select ${provider}, ${version}, a.* from unnest(${asked[0]}::int[], ${asked[1]}::int[], ${asked[2]}::int[],
        ${asked[3]}::int[], ${some.map(({ seconds }) => whole(seconds))}::int[], ${some.map(({ metres }) => whole(metres))}::int[]) as a
      on conflict (provider, version, from_easting, from_northing, to_easting, to_northing)
      do update set seconds = excluded.seconds, metres = excluded.metres, asked_at = now()`.execute(db);
  }
}

/** Forgets what other services, and this one on other roads, said: it is read no more. */
export async function forgetOtherRoads(db: Kysely<Database>, { provider, version }: RoadService): Promise<void> {
  await db
    .deleteFrom('road_time')
    .where((eb) => eb.or([eb('provider', '!=', provider), eb('version', '!=', version)]))
    .execute();
}

function whole(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

function columnsOf(pairs: readonly RoadPair[]): [number[], number[], number[], number[]] {
  return [
    pairs.map(({ from }) => from.easting),
    pairs.map(({ from }) => from.northing),
    pairs.map(({ to }) => to.easting),
    pairs.map(({ to }) => to.northing),
  ];
}
