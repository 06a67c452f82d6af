import type { PhaseGroup } from '../../../schools/rules/facts.ts';
import type { Leader } from '../sides.ts';
import type { Explaining } from './ask.ts';
import { type Change, changed } from './change.ts';
import { type Changes, changesBetween } from './changes.ts';
import { type Ground, isForbidden, type Named, namedLeader, namedNeed } from './ground.ts';
import { imagined, nearestTown } from './imagined.ts';
import { costOf } from './moves.ts';
import { newLeader, newPair } from './new-pair.ts';
import type { Range } from './range.ts';
import { repairedFor } from './repaired.ts';
import { everyLeader, hundredth, nearestWithRoom, roomOf, spareOf, withoutLimit } from './spare.ts';
import { type Tried, tried } from './tried.ts';

/** What would have to be given so that a school without a leader has one. */
export type Asked =
  /** Nothing: another school goes without, or others change places. */
  | { is: 'exchange' }
  | { is: 'days'; leader: Named; days: number; schools: number }
  | {
      is: 'journey';
      leader: Named;
      km: number;
      minutes: number;
      limitKm: number;
      ownMinutes: number | null;
      ferry: boolean;
    }
  | { is: 'override'; leader: Named }
  /** Somebody more; `near` is the town, and `nearest` a known head who could be asked, if there is one. */
  | {
      is: 'leader';
      support: string;
      phase: PhaseGroup;
      near: string;
      nearest: { leader: Named; km: number } | null;
      days: number;
    };

/** One way to cover a school, as tested by making the plan anew. */
export interface Way {
  asked: Asked;
  /** Who would help. */
  helper: Named;
  /** What the whole plan costs more, with all it spares and takes elsewhere; less than 0: it costs less. */
  difference: Range;
  changes: Changes;
}

export interface WaysToCover {
  need: Named;
  /** Weight of leaving the school without a leader, which every way spares. */
  weight: number;
  /** Those that cover the school, the one with the cheapest plan first. */
  ways: Way[];
  /** Those tested that do not, or that are of no use for it. */
  failed: Asked[];
}

/** Of each kind of way, so many are tested by a solve of their own. */
const TESTED = { days: 3, journey: 2, override: 2 };

interface Trial {
  asked: Asked;
  change: Change;
  /** The leader who is meant to help, by position in the changed question; null: whoever can. */
  leader: number | null;
  extra?: Named;
}

/**
 * The ways to cover a school that the plan leaves, each tested by making the plan anew with the school covered: within what there is,
 * with more days of a leader, a longer journey, a lending school's override, or one leader more.
 */
export function* waysToCover(ground: Ground, need: number): Explaining<WaysToCover> {
  const { problem, solution } = ground;
  const wanted = problem.needs[need]!;
  const trials = [
    ...exchange(ground, need),
    ...moreDays(ground, need).slice(0, TESTED.days),
    ...longerJourneys(ground, need).slice(0, TESTED.journey),
    ...overrides(ground, need).slice(0, TESTED.override),
    ...oneMore(ground, need),
  ];
  const ways: Way[] = [];
  const failed: Asked[] = [];
  for (const [done, trial] of trials.entries()) {
    const { change, leader, asked, extra } = trial;
    const start =
      leader === null
        ? null
        : repairedFor(changed(problem.instance, change), solution.assignment, { school: need, leader });
    const found: Tried = yield* tried(
      { instance: problem.instance, solution },
      {
        change: { ...change, cover: need },
        ...(start !== null && { start }),
        isHarder: asked.is === 'exchange',
        about: [need],
        step: [done, trials.length],
      },
    );
    const helper = found.assignment[need] ?? null;
    // A plan that could be made without what is asked is the exchange again.
    const needless = asked.is !== 'exchange' && costOf(problem.instance, found.assignment) !== null;
    if (helper === null || needless) {
      failed.push(asked);
      continue;
    }
    const named = problem.leaders[helper];
    ways.push({
      asked,
      helper: named === undefined ? extra! : namedLeader(named),
      difference: found.difference,
      changes: changesBetween(ground, solution.assignment, found.assignment, extra === undefined ? [] : [extra]),
    });
  }
  return {
    need: namedNeed(wanted),
    weight: problem.instance.penalty[need]!,
    ways: ways.toSorted((a, b) => middle(a.difference) - middle(b.difference)),
    failed,
  };
}

const middle = ({ least, most }: Range): number => (least + (most ?? least)) / 2;

/** Whoever can, with what there is: if anybody could come at all. */
function exchange({ problem: { instance } }: Ground, need: number): Trial[] {
  const anybody = Array.from(
    instance.schoolPairs.subarray(instance.schoolStart[need], instance.schoolStart[need + 1]),
  ).some(
    (pair) =>
      instance.capacity[instance.pairLeader[pair]!]! >= instance.demand[need]! &&
      instance.maxSchools[instance.pairLeader[pair]!]! > 0,
  );
  return anybody ? [{ asked: { is: 'exchange' }, change: {}, leader: null }] : [];
}

/** Leaders who could help the school on top of what they have, with so many days (and a school) more; those with fewest first. */
function moreDays({ problem, solution }: Ground, need: number): Trial[] {
  const { instance, leaders } = problem;
  const trials = [];
  for (let k = instance.schoolStart[need]!; k < instance.schoolStart[need + 1]!; k++) {
    const pair = instance.schoolPairs[k]!;
    const leader = instance.pairLeader[pair]!;
    const spare = spareOf(instance, solution.assignment, leader);
    const days = hundredth(Math.max(0, instance.demand[need]! - spare.days));
    const schools = Math.max(0, 1 - spare.schools);
    if (days === 0 && schools === 0) continue;
    const asked: Asked = { is: 'days', leader: namedLeader(leaders[leader]!), days, schools };
    trials.push({ asked, change: { more: [{ leader, days, schools }] }, leader, cost: instance.pairCost[pair]!, days });
  }
  return trials.toSorted((a, b) => a.days - b.days || a.cost - b.cost);
}

/** Leaders with enough days left whom only the journey keeps away, the nearest first. */
function longerJourneys(ground: Ground, need: number): Trial[] {
  const { problem, solution, pairOf } = ground;
  const wanted = problem.needs[need]!;
  const limitKm = problem.policy.phases[wanted.school.phaseGroup].furthestKm;
  const further = withoutLimit(problem.policy);
  const trials = everyLeader(ground).flatMap(({ leader, position }) => {
    if (isForbidden(problem, wanted, leader) || pairOf(wanted, leader, problem.policy).ok) return [];
    const then = pairOf(wanted, { ...leader, furthestMinutes: null }, further);
    const left = position === null ? roomOf(leader) : spareOf(problem.instance, solution.assignment, position);
    if (!then.ok || left.days < wanted.days || left.schools < 1) return [];
    const { km, minutes, ferry } = then.pairing;
    const pair = newPair(problem, need, leader, then.pairing);
    const named = namedLeader(leader);
    const asked: Asked = {
      is: 'journey',
      leader: named,
      km,
      minutes,
      limitKm,
      ownMinutes: leader.furthestMinutes,
      ferry,
    };
    const change: Change =
      position === null
        ? { leaders: [{ ...newLeader(ground, leader), pairs: [pair] }] }
        : { pairs: [{ ...pair, leader: position }] };
    return [{ asked, change, leader: position ?? problem.leaders.length, extra: named, km }];
  });
  return trials.toSorted((a, b) => a.km - b.km);
}

/** Leaders whom only the risk of their own school keeps at home, the cheapest for this school first. */
function overrides(ground: Ground, need: number): Trial[] {
  const { problem, pairOf } = ground;
  const wanted = problem.needs[need]!;
  const trials = ground.spare.flatMap((leader) => {
    if (leader.homeRisk !== 'at risk' || leader.lendingOverride !== null || isForbidden(problem, wanted, leader))
      return [];
    const lent: Leader = { ...leader, lendingOverride: 'supposed' };
    const then = pairOf(wanted, lent, problem.policy);
    if (!then.ok || leader.days < wanted.days || leader.mostSchools < 1) return [];
    const named = namedLeader(leader);
    const change = { leaders: [newLeader(ground, lent)] };
    const asked: Asked = { is: 'override', leader: named };
    return [{ asked, change, leader: problem.leaders.length, extra: named, cost: then.pairing.cost }];
  });
  return trials.toSorted((a, b) => a.cost - b.cost);
}

/** One leader more of the kind that the school needs, in the town nearest to it. */
function oneMore(ground: Ground, need: number): Trial[] {
  const { school, support } = ground.problem.needs[need]!;
  const kind = { phase: school.phaseGroup, support };
  const town = nearestTown(ground, kind.phase, school);
  const one = town === null ? null : imagined(ground, kind, town);
  if (one === null) return [];
  const { leader, asNew } = one;
  const [near, nearest] = [one.town.name, nearestWithRoom(ground, need)];
  const asked: Asked = { is: 'leader', support, phase: kind.phase, near, nearest, days: leader.days };
  return [{ asked, change: { leaders: [asNew] }, leader: ground.problem.leaders.length, extra: namedLeader(leader) }];
}
