import type { Instance } from '../instance.ts';
import type { Obstacle } from '../pairing.ts';
import type { Leader } from '../sides.ts';
import type { Explaining } from './ask.ts';
import { changed } from './change.ts';
import { type Changes, changesBetween } from './changes.ts';
import { type Ground, namedLeader, type Named, namedNeed } from './ground.ts';
import { leftOutBecause } from './left-out.ts';
import { pairBetween } from './pair-between.ts';
import type { Range } from './range.ts';
import { repairedFor } from './repaired.ts';
import { tried } from './tried.ts';

/** Why a leader does not help a school in the plan. */
export type WhyNot = {
  need: Named;
  leader: Named;
  /** Whom the plan gives the school; null: nobody. */
  instead: Named | null;
} & (
  | { is: 'chosen' }
  /** Whatever it costs, the two cannot be a pair; `obstacle` is 'days' where the leader has too few for this need alone. */
  | { is: 'impossible'; obstacle: Obstacle | 'days'; mend: string }
  | {
      is: 'possible';
      /** What making the pair costs the plan. */
      cost: Range;
      /** What the plan found with the pair costs more than the plan shown: less than 0 where it is better. */
      asPlanned: number;
      /** Costs of the two pairs alone, without what they do to others. */
      pairCost: { this: number; instead: number };
      changes: Changes;
    }
);

/**
 * What it would cost the plan to make one pair, by solving anew with the pair fixed. Takes one solve; none where the pair is in the
 * plan already or cannot be made.
 *
 * @param need position of the need in the problem
 * @param leader anyone: of the problem, or of those whom none of its schools could have
 */
export function* whyNot(ground: Ground, need: number, leader: Leader): Explaining<WhyNot> {
  const { problem, solution, policy } = ground;
  const wanted = problem.needs[need]!;
  const known = problem.leaders.findIndex(({ key }) => key === leader.key);
  const now = solution.assignment[need] ?? null;
  const who = {
    need: namedNeed(wanted),
    leader: namedLeader(leader),
    instead: now === null ? null : namedLeader(problem.leaders[now]!),
  };
  if (known !== -1 && known === now) return { ...who, is: 'chosen' };
  const result = ground.pairOf(wanted, leader, policy);
  if (!result.ok || leader.days < wanted.days || leader.mostSchools < 1) {
    const obstacle = result.ok ? 'days' : result.obstacle;
    return { ...who, is: 'impossible', obstacle, mend: leftOutBecause(ground, wanted, leader, obstacle) };
  }
  const { cost } = result.pairing;
  const { instance, isWider } = withPair(problem.instance, { need, leader, known, cost });
  const fix = { school: need, leader: known === -1 ? problem.leaders.length : known };
  const start = repairedFor(instance, solution.assignment, fix);
  const found = yield* tried(
    { instance, solution },
    { change: { fix }, ...(start !== null && { start }), isHarder: !isWider, about: [need], step: [0, 1] },
  );
  const pairCost = { this: cost, instead: costNow(ground, need) };
  const changes = changesBetween(ground, solution.assignment, found.assignment, [namedLeader(leader)]);
  return { ...who, is: 'possible', cost: found.difference, asPlanned: found.asPlanned, pairCost, changes };
}

/** The instance with a pair that it may not weigh: only so many of a school's cheapest candidates are. */
function withPair(
  instance: Instance,
  { need, leader, known, cost }: { need: number; leader: Leader; known: number; cost: number },
): { instance: Instance; isWider: boolean } {
  if (known === -1) {
    const one = { days: leader.days, mostSchools: leader.mostSchools, pairs: [{ school: need, cost }] };
    return { instance: changed(instance, { leaders: [one] }), isWider: true };
  }
  if (pairBetween(instance, need, known) !== null) return { instance, isWider: false };
  return { instance: changed(instance, { pairs: [{ leader: known, school: need, cost }] }), isWider: true };
}

/** What the school's pair in the plan costs, or leaving it does. */
function costNow({ problem: { instance }, solution }: Ground, need: number): number {
  const leader = solution.assignment[need] ?? null;
  return leader === null ? instance.penalty[need]! : instance.pairCost[pairBetween(instance, need, leader)!]!;
}
