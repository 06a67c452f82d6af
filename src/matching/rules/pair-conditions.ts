import type { PlanPolicy } from './plan-policy.ts';
import type { Leader, Need } from './sides.ts';

/** What must still be done, or known, before a pair can begin. A placement waits for it; a plan does not. */
export function pairConditions(need: Need, leader: Leader, { weights }: Pick<PlanPolicy, 'weights'>): string[] {
  const { school, released, homeRisk, lendingOverride, pencePerDay } = leader;
  return [
    ...(released === null ? [`${school.name} has not been asked yet to release the leader.`] : []),
    ...(homeRisk === 'at risk' && lendingOverride !== null
      ? [`${school.name} is at risk and lends all the same: ${lendingOverride}`]
      : []),
    ...(pencePerDay === null
      ? [`What ${need.days} days cost is not agreed; the plan reckons with £${weights.money.unknown} a day.`]
      : []),
  ];
}
