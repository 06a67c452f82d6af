import type { SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import type { RoundPlan } from '../round/round-plan.ts';
import type { Leader } from '../sides.ts';
import { supportWords } from '../support-policy.ts';
import type { PutLine } from './pair.ts';

/**
 * The lines of a plan as it is put forward: copied words and figures. `leaders` are those that the plan was made with. What a school's
 * category is stays out: heads and partners read lines.
 */
export function linesOfPlan(
  { pairs, uncovered }: Pick<RoundPlan, 'pairs' | 'uncovered'>,
  leaders: readonly Pick<Leader, 'key' | 'days' | 'mostSchools'>[],
  policy: SupportPolicy,
): PutLine[] {
  const byKey = new Map(leaders.map((leader) => [leader.key, leader]));
  return [
    ...pairs.map((pair): PutLine => {
      const leader = byKey.get(pair.leaderKey);
      return {
        needKey: pair.needKey,
        leaderKey: pair.leaderKey,
        support: supportWords(policy, pair.support),
        days: pair.days,
        supported: { urn: pair.urn, name: pair.school },
        home: { urn: pair.homeUrn, name: pair.home },
        leader: pair.leader,
        km: pair.km,
        minutes: pair.minutes,
        reasons: pair.reasons,
        leaderDays: leader?.days ?? pair.days,
        leaderMost: leader?.mostSchools ?? 1,
      };
    }),
    ...uncovered.map((need): PutLine => ({
      needKey: need.needKey,
      leaderKey: null,
      support: supportWords(policy, need.support),
      days: need.days,
      supported: { urn: need.urn, name: need.school },
      why: need.why,
    })),
  ];
}
