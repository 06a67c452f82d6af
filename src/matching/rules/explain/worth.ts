import { kilometres, placeOf } from '../travel.ts';
import { type Explaining, put } from './ask.ts';
import { type Change, changed } from './change.ts';
import { type Changes, changesBetween } from './changes.ts';
import { whereAmong } from './compass.ts';
import { type Ground, type Named, namedLeader, type Town } from './ground.ts';
import { imagined, type Imagined, isNeedOfKind, type Kind, kindsOf } from './imagined.ts';
import type { Range } from './range.ts';
import { hundredth, spareOf } from './spare.ts';
import { tried } from './tried.ts';

/** What one leader more in a town could be worth at the best, by the prices of the plan's proof. */
export interface PlaceWorth {
  town: Town;
  /** "in the north", among the schools that need help; null when none of their places is known. */
  where: string | null;
  /** Minutes that no plan with this leader can spare more than. */
  atMost: number;
}

/** What leaders more, or days more, are worth as a plan made anew shows. */
export interface Tested {
  /** Minutes that the best plan costs less. */
  saving: Range;
  changes: Changes;
}

/** What more leaders of one kind are worth. */
export interface KindWorth {
  kind: Kind;
  needs: number;
  uncovered: number;
  /** Days and schools that each imagined leader gives. */
  gives: { days: number; schools: number } | null;
  /** Towns by what a leader there could be worth, the most first. */
  places: PlaceWorth[];
  /** The best few, tested: one leader, and two. */
  tested: (Tested & { place: PlaceWorth; leaders: number })[];
}

/** What a leader's time for one school more is worth. */
export interface TimeWorth {
  leader: Named;
  days: number;
  schools: number;
  atMost: number;
  /** Null where it was not among the few tested. */
  tested: Tested | null;
}

/** By area and kind: how the needs stand, and what covering one more is worth there at the margin. */
export interface AreaWorth {
  area: string;
  kind: Kind;
  needs: number;
  uncovered: number;
  /** Mean of the prices of the needs: minutes that the plan could spare at the best for each that came to be covered by somebody else. */
  price: number;
}

export interface Worth {
  kinds: KindWorth[];
  time: TimeWorth[];
  areas: AreaWorth[];
  uncovered: number;
}

const TESTED_PLACES = 2;
const TESTED_KINDS = 4;
const TESTED_TIMES = 3;
/** Two places nearer to one another than this are as good as one. */
const APART_KM = 8;

/**
 * What more leaders and more time would be worth: by the prices at the best, for every town and leader; and for the few that promise
 * most, by making the plan anew.
 */
export function* worth(ground: Ground): Explaining<Worth> {
  const { problem, solution } = ground;
  const all = kindsOf(ground);
  const steps = 3 + 2 * TESTED_PLACES * Math.min(TESTED_KINDS, all.length) + TESTED_TIMES;
  const lowered = yield* put({ kind: 'prices', instance: problem.instance, prices: solution.proof.prices }, [0, steps]);
  const priced: Priced = { prices: lowered.prices, slack: Math.max(0, solution.objective - lowered.bound) };
  const promised = yield* promises(ground, all, priced, [1, steps]);
  const kinds = all.map((kind): KindWorth => {
    const own = problem.needs.flatMap((need, position) => (isNeedOfKind(need, kind) ? [position] : []));
    const places = promised.filter(({ one }) => one.kind === kind);
    const first = places[0]?.one.leader;
    return {
      kind,
      needs: own.length,
      uncovered: own.filter((position) => (solution.assignment[position] ?? null) === null).length,
      gives: first === undefined ? null : { days: first.days, schools: first.mostSchools },
      places: places.map(({ place }) => place).toSorted((a, b) => b.atMost - a.atMost),
      tested: [],
    };
  });
  const time = yield* timeWorth(ground, priced, [2, steps]);
  let done = 3;
  const promising = kinds.toSorted((a, b) => (b.places[0]?.atMost ?? 0) - (a.places[0]?.atMost ?? 0));
  for (const kind of promising.slice(0, TESTED_KINDS)) {
    for (const place of apart(kind.places).slice(0, TESTED_PLACES)) {
      const { leader, asNew } = promised.find((one) => one.place === place)!.one;
      for (const leaders of [1, 2]) {
        const change = { leaders: Array.from({ length: leaders }, () => asNew) };
        const extra = Array.from({ length: leaders }, () => namedLeader(leader));
        kind.tested.push({ place, leaders, ...(yield* testedWith(ground, change, extra, [done++, steps])) });
      }
    }
  }
  for (const one of time.filter(({ atMost }) => atMost > 0).slice(0, TESTED_TIMES)) {
    const leader = problem.leaders.findIndex(({ key }) => key === one.leader.key);
    const change = { more: [{ leader, days: one.days, schools: one.schools }] };
    one.tested = yield* testedWith(ground, change, [], [done++, steps]);
  }
  return { kinds, time, areas: areaWorth(ground, all, lowered.prices), uncovered: solution.uncovered };
}

/** Prices of the needs, and what the proof leaves open at them. */
interface Priced {
  prices: readonly number[];
  slack: number;
}

/** An imagined leader of each kind in each town, with what they could be worth. */
function* promises(
  ground: Ground,
  kinds: readonly Kind[],
  { prices, slack }: Priced,
  step: readonly [number, number],
): Explaining<{ one: Imagined; place: PlaceWorth }[]> {
  const { instance } = ground.problem;
  const made = kinds.flatMap((kind) => ground.towns.flatMap((town) => imagined(ground, kind, town) ?? []));
  const gains = yield* put(
    {
      kind: 'gains',
      instance: changed(instance, { leaders: made.map(({ asNew }) => asNew) }),
      prices,
      leaders: made.map((_, k) => instance.leaders + k),
    },
    step,
  );
  return made.map((one, k) => ({
    one,
    place: { town: one.town, where: whereOf(ground, one.town), atMost: worthAtMost(gains[k]!, slack) },
  }));
}

function* testedWith(
  ground: Ground,
  change: Change,
  extra: readonly Named[],
  step: readonly [number, number],
): Explaining<Tested> {
  const { problem, solution } = ground;
  const base = { instance: problem.instance, solution };
  const { difference, assignment } = yield* tried(base, { change, isHarder: false, about: [], step });
  const { least, most, exact } = difference;
  // Whoever is added need not be used: the best plan never costs more.
  const saving = { least: Math.max(0, -(most ?? 0)) + 0, most: Math.max(0, -least) + 0, exact };
  return { saving, changes: changesBetween(ground, solution.assignment, assignment, extra) };
}

/** What the time for one school more would be worth, of each leader who has no room left, the most first. */
function* timeWorth(
  ground: Ground,
  { prices, slack }: Priced,
  step: readonly [number, number],
): Explaining<TimeWorth[]> {
  const { problem, solution } = ground;
  const { instance, leaders } = problem;
  const full = leaders.flatMap((leader, position) => {
    const least = leastNeed(ground, position);
    if (least === null) return [];
    const spare = spareOf(instance, solution.assignment, position);
    const days = hundredth(Math.max(0, least - spare.days));
    const schools = Math.max(0, 1 - spare.schools);
    return days === 0 && schools === 0 ? [] : [{ position, leader: namedLeader(leader), days, schools }];
  });
  const positions = full.map(({ position }) => position);
  const more = full.map(({ position, days, schools }) => ({ leader: position, days, schools }));
  const now = yield* put({ kind: 'gains', instance, prices, leaders: positions }, step);
  const then = yield* put({ kind: 'gains', instance: changed(instance, { more }), prices, leaders: positions }, step);
  return full
    .map(({ leader, days, schools }, k) => ({
      leader,
      days,
      schools,
      atMost: worthAtMost(then[k]! - now[k]!, slack),
      tested: null,
    }))
    .toSorted((a, b) => b.atMost - a.atMost);
}

/** The fewest days that any school a leader could help needs; null when there is none. */
function leastNeed({ problem: { instance } }: Ground, leader: number): number | null {
  let least: number | null = null;
  for (let k = instance.leaderStart[leader]!; k < instance.leaderStart[leader + 1]!; k++) {
    const days = instance.demand[instance.pairSchool[k]!]!;
    if (least === null || days < least) least = days;
  }
  return least;
}

/** What is gained at the prices, and what the proof leaves open besides; nothing where nothing is gained. */
function worthAtMost(gain: number, slack: number): number {
  return gain <= 0 && slack <= 1e-6 ? 0 : Math.round((gain + slack) * 10) / 10;
}

function whereOf({ problem }: Ground, town: Town): string | null {
  return whereAmong(
    town,
    problem.needs.flatMap(({ school }) => placeOf(school) ?? []),
  );
}

/** Places of the most worth, leaving out those near one that is taken already. */
function apart(places: readonly PlaceWorth[]): PlaceWorth[] {
  const taken: PlaceWorth[] = [];
  for (const place of places) {
    if (place.atMost > 0 && taken.every(({ town }) => kilometres(town, place.town) >= APART_KM)) taken.push(place);
  }
  return taken;
}

function areaWorth({ problem, solution }: Ground, kinds: readonly Kind[], prices: readonly number[]): AreaWorth[] {
  const areas = [...new Map(problem.needs.map(({ laCode, school }) => [laCode, school.laName]))];
  return areas.flatMap(([laCode, area]) =>
    kinds.flatMap((kind): AreaWorth[] => {
      const own = problem.needs.flatMap((need, k) => (need.laCode === laCode && isNeedOfKind(need, kind) ? [k] : []));
      if (own.length === 0) return [];
      const uncovered = own.filter((k) => (solution.assignment[k] ?? null) === null).length;
      const price = own.reduce((sum, k) => sum + prices[k]!, 0) / own.length;
      return [{ area, kind, needs: own.length, uncovered, price: Math.round(price * 10) / 10 }];
    }),
  );
}
