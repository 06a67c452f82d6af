import { buildInstance, type Instance } from '../src/matching/rules/instance.ts';
import { makeRandom } from '../src/matching/rules/random.ts';

/** How far apart, in km, a leader and a school may be. */
const REACH = 60;
/** Side of the square country, in km, for each root of a leader: keeps the number of leaders within reach about the same. */
const SIDE = 12;

/**
 * A made-up country: towns, leaders and schools clustered about them, days and limits as system leaders have them (10 to
 * 40 days, 1 to 4 schools), needs of 5 to 20 days. A pair costs its km and 25 for each field of expertise that is missing.
 */
export function generatedInstance({
  leaders,
  schools,
  seed,
}: {
  leaders: number;
  schools: number;
  seed: number;
}): Instance {
  const random = makeRandom(seed);
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const side = Math.max(REACH, SIDE * Math.sqrt(leaders));
  const towns = Array.from({ length: Math.ceil(leaders / 12) }, () => [side * random(), side * random()] as const);
  const place = (): readonly [number, number] => {
    const [x, y] = towns[whole(0, towns.length - 1)]!;
    return [x + 24 * (random() - 0.5), y + 24 * (random() - 0.5)];
  };
  const leaderPlaces = Array.from({ length: leaders }, place);
  const schoolPlaces = Array.from({ length: schools }, place);
  const priority = Array.from({ length: schools }, () => whole(1, 3));
  const demand = Array.from({ length: schools }, () => whole(5, 20));
  const pairs = leaderPlaces.flatMap(([x, y], leader) =>
    schoolPlaces.flatMap(([sx, sy], school) => {
      const km = Math.hypot(x - sx, y - sy);
      const missing = whole(0, 2);
      return km <= REACH ? [{ leader, school, cost: Math.round(10 * (km + 25 * missing)) / 10 }] : [];
    }),
  );
  return buildInstance({
    capacity: Array.from({ length: leaders }, () => whole(10, 40)),
    maxSchools: Array.from({ length: leaders }, () => whole(1, 4)),
    demand,
    priority,
    penalty: demand.map((days, school) => 200 * priority[school]! + 20 * days),
    pairLeader: pairs.map(({ leader }) => leader),
    pairSchool: pairs.map(({ school }) => school),
    pairCost: pairs.map(({ cost }) => cost),
  });
}
