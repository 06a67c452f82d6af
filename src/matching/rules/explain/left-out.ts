import { obstacleWords } from '../obstacle-words.ts';
import type { Obstacle } from '../obstacles.ts';
import type { Leader } from '../sides.ts';
import { type Ground, isForbidden } from './ground.ts';
import { counted } from './words.ts';

/** Why two can be no pair: what stands between them, a decision on the pair or the school, or too few days for this need alone. */
export type Barrier = Obstacle | 'forbidden' | 'placed' | 'days';

/** What keeps a leader from a need, or null when nothing does. */
export function barrierBetween(
  { problem, pairOf }: Pick<Ground, 'problem' | 'pairOf'>,
  need: number,
  leader: Leader,
): Barrier | null {
  const wanted = problem.needs[need]!;
  if (problem.placed[need] !== null) return 'placed';
  const result = pairOf(wanted, leader, problem.policy);
  if (!result.ok) return result.obstacle;
  if (isForbidden(problem, wanted, leader)) return 'forbidden';
  return leader.days < wanted.days || leader.mostSchools < 1 ? 'days' : null;
}

/** A barrier in words, and what would mend it. */
export function barrierWords(
  { problem }: Pick<Ground, 'problem'>,
  need: number,
  leader: Leader,
  barrier: Barrier,
): { sentence: string; mend: string } {
  const wanted = problem.needs[need]!;
  const { school } = wanted;
  const home = leader.school.name;
  if (barrier === 'placed') {
    const by = problem.placed[need] === 'standing' ? 'a placement that stands' : 'a decision of this round';
    return {
      sentence: `${school.name} has its leader by ${by}, which every plan keeps to.`,
      mend: problem.placed[need] === 'standing' ? 'End that placement first.' : 'Undo that decision, with a reason.',
    };
  }
  if (barrier !== 'days') return obstacleWords(barrier, wanted, leader, problem.policy);
  if (leader.mostSchools < 1) {
    return {
      sentence: `The leader from ${home} takes no school in this plan.`,
      mend: 'Ask whether they could take one.',
    };
  }
  const short = Math.round((wanted.days - leader.days) * 100) / 100;
  return {
    sentence: `${school.name} needs ${counted(wanted.days, 'day')} and the leader from ${home} gives ${counted(leader.days, 'day')} in all.`,
    mend: `They could be a pair with ${counted(short, 'day')} more.`,
  };
}
