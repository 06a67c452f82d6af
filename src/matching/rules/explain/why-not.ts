import type { Instance } from '../instance.ts';
import type { Leader } from '../sides.ts';
import type { Explaining } from './ask.ts';
import { changed, type NewPair } from './change.ts';
import { type Changes, changesBetween } from './changes.ts';
import { type Ground, namedLeader, type Named, namedNeed } from './ground.ts';
import { type Barrier, barrierBetween, barrierWords } from './left-out.ts';
import { newPair } from './new-pair.ts';
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
  /** Whatever it costs, the two cannot be a pair. */
  | { is: 'impossible'; barrier: Barrier; sentence: string; mend: string }
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
  const { problem, solution } = ground;
  const wanted = problem.needs[need]!;
  const known = problem.leaders.findIndex(({ key }) => key === leader.key);
  const now = solution.assignment[need] ?? null;
  const who = {
    need: namedNeed(wanted),
    leader: namedLeader(leader),
    instead: now === null ? null : namedLeader(problem.leaders[now]!),
  };
  if (known !== -1 && known === now) return { ...who, is: 'chosen' };
  const barrier = barrierBetween(ground, need, leader);
  if (barrier !== null) return { ...who, is: 'impossible', barrier, ...barrierWords(ground, need, leader, barrier) };
  const result = ground.pairOf(wanted, leader, problem.policy);
  if (!result.ok) throw new Error(`${leader.key} cannot help ${wanted.key}, and nothing is in the way`);
  const pair = newPair(problem, need, leader, result.pairing);
  const { instance, isWider } = withPair(ground, known, leader, pair);
  const fix = { school: need, leader: known === -1 ? problem.leaders.length : known };
  const start = repairedFor(instance, solution.assignment, fix);
  const found = yield* tried(
    { instance, solution },
    { change: { fix }, ...(start !== null && { start }), isHarder: !isWider, about: [need], step: [0, 1] },
  );
  const pairCost = { this: pair.cost, instead: costNow(ground, need) };
  const changes = changesBetween(ground, solution.assignment, found.assignment, [namedLeader(leader)]);
  return { ...who, is: 'possible', cost: found.difference, asPlanned: found.asPlanned, pairCost, changes };
}

/** The instance with a pair that it may not weigh: only so many of a school's cheapest candidates are. */
function withPair(
  { problem }: Ground,
  known: number,
  leader: Leader,
  pair: NewPair,
): { instance: Instance; isWider: boolean } {
  const { instance, policy } = problem;
  if (known === -1) {
    const { days, mostSchools, held } = leader;
    const one = { days, mostSchools, held, load: policy.weights.load.weight, pairs: [pair] };
    return { instance: changed(instance, { leaders: [one] }), isWider: true };
  }
  if (pairBetween(instance, pair.school, known) !== null) return { instance, isWider: false };
  return { instance: changed(instance, { pairs: [{ ...pair, leader: known }] }), isWider: true };
}

/** What the school's pair in the plan costs, or leaving it does. */
function costNow({ problem: { instance }, solution }: Ground, need: number): number {
  const leader = solution.assignment[need] ?? null;
  return leader === null ? instance.penalty[need]! : instance.pairCost[pairBetween(instance, need, leader)!]!;
}
