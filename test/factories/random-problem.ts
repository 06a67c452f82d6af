import type { InstanceColumns, SideRowColumns } from '../../src/matching/rules/instance.ts';

/** What a random problem may hold beside days, numbers and pairs. */
export interface Kinds {
  load?: boolean;
  fixed?: boolean;
  rows?: boolean;
}

/**
 * A problem small enough to try every plan, the same for the same number: whole, half and quarter days; costs to no, one or
 * two decimals, and few of them now and then, so that many plans tie; missing pairs (conflicts); leaders or schools without
 * days, without pairs, or none at all; load and schools held; schools fixed; limits that must hold and limits with a price, with
 * amounts above and below 0.
 */
export function randomProblem(seed: number, kinds: Kinds = {}): InstanceColumns {
  const chance = chanceFrom(seed);
  const whole = (least: number, most: number): number => least + Math.floor(chance() * (most - least + 1));
  const oneOf = <T>(values: readonly T[]): T => values[whole(0, values.length - 1)]!;

  // Two or three schools fill a leader, and all could have all: here prices alone leave a gap a third of the time.
  const isTight = chance() < 0.15;
  const leaders = isTight ? 3 : oneOf([0, 1, 2, 3, 3, 4, 4, 5, 5]);
  const schools = isTight ? 9 : oneOf([0, 1, 3, 5, 7, 8, 8, 9, 10]);
  const dayParts = oneOf([1, 2, 4]);
  const costParts = oneOf([1, 1, 10, 100]);
  const mostCost = isTight ? 10 : oneOf([2, 30, 100]);
  const density = isTight ? 1 : oneOf([0.3, 0.6, 0.8, 1]);
  const cost = (most: number): number => whole(0, most * costParts) / costParts;
  const days = (most: number): number => whole(0, most * dayParts) / dayParts;

  const all = many(leaders * schools, (k) => ({ leader: Math.floor(k / schools), school: k % schools }));
  const pairs = shuffled(
    all.filter(() => chance() < density),
    chance,
  );
  const capacity = many(leaders, () => (isTight ? 20 : days(oneOf([0, 12, 24, 40]))));
  const maxSchools = many(leaders, () => (isTight ? 3 : whole(0, 4)));
  const demand = many(schools, () => (isTight ? whole(5, 9) : days(oneOf([0, 8, 12, 12]))));
  const pairCost = pairs.map(() => cost(mostCost));
  const fixed = many(schools, () => -1);
  if (kinds.fixed === true && chance() < 0.4) fixSome();

  return {
    capacity,
    maxSchools,
    demand,
    priority: many(schools, () => whole(1, 3)),
    penalty: many(schools, () => (isTight ? 15 + cost(15) : cost(oneOf([mostCost, 2 * mostCost, 3 * mostCost])))),
    pairLeader: pairs.map(({ leader }) => leader),
    pairSchool: pairs.map(({ school }) => school),
    pairCost,
    ...(kinds.load === true && chance() < 0.6
      ? {
          load: many(leaders, () => cost(oneOf([0, mostCost / 10, mostCost / 2]))),
          held: many(leaders, () => whole(0, 2)),
        }
      : {}),
    ...(kinds.fixed === true ? { fixed } : {}),
    ...(kinds.rows === true ? { rows: many(oneOf([0, 1, 1, 2, 3]), (k) => sideRow(`Row ${k}`)) } : {}),
  };

  /** Fixes a school or two to leaders who still have the days and a place. */
  function fixSome(): void {
    const [left, places] = [capacity.slice(), maxSchools.slice()];
    for (const { leader, school } of pairs.slice(0, whole(1, 3))) {
      if (fixed[school] !== -1 || left[leader]! < demand[school]! || places[leader]! < 1) continue;
      fixed[school] = leader;
      left[leader]! -= demand[school]!;
      places[leader]!--;
    }
  }

  function sideRow(name: string): SideRowColumns {
    const isHard = chance() < 0.4;
    const among = many(pairs.length, (k) => k).filter(() => chance() < 0.7);
    const part = oneOf([1, 1, 2, 10]);
    const isFloor = !isHard && chance() < 0.4;
    const amounts = among.map(() => (isFloor ? -1 : whole(isHard || chance() < 0.7 ? 0 : -4 * part, 6 * part) / part));
    const spent = among.reduce(
      (sum, k, at) => sum + (fixed[pairs[k]!.school] === pairs[k]!.leader ? amounts[at]! : 0),
      0,
    );
    const limit = isFloor ? -whole(0, schools) : whole(isHard ? 0 : -3 * part, 12 * part) / part;
    return {
      name,
      pairs: among,
      amounts,
      // What is fixed has to fit a limit that must hold.
      limit: isHard ? Math.max(limit, Number(spent.toFixed(1))) : limit,
      overPrice: isHard ? null : cost(oneOf([1, mostCost / 5, mostCost])),
    };
  }
}

const many = <T>(length: number, make: (k: number) => T): T[] => Array.from({ length }, (_, k) => make(k));

function shuffled<T>(values: readonly T[], chance: () => number): T[] {
  return values
    .map((value) => ({ value, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
