import { supportPolicyKind } from '../../leaders/schema/support-policy.ts';
import { policyAsAt } from '../../policies.ts';
import { nearPairs } from '../rules/near-leaders.ts';
import type { PlanPolicy } from '../rules/plan-policy.ts';
import type { Leader, Need } from '../rules/sides.ts';
import type { AskRoads } from '../rules/travel/road-times.ts';
import { planPolicyKind } from '../schema/plan-policy.ts';
import { travelBasisAsAt } from './travel-policy.ts';

/** The matching policy of a day with the roles, fields and ways of travel of that day. Throws PolicyError when one is missing or malformed. */
export function planPolicyAsAt(date: string): PlanPolicy {
  return {
    ...policyAsAt(planPolicyKind, date),
    support: policyAsAt(supportPolicyKind, date),
    travel: travelBasisAsAt(date),
  };
}

/** The policy with what the operator's road service says of the journeys between these sides, where there is one. */
export async function withRoads(
  policy: PlanPolicy,
  { needs, leaders }: { needs: readonly Need[]; leaders: readonly Leader[] },
  askRoads: AskRoads | null,
): Promise<PlanPolicy> {
  if (askRoads === null) return policy;
  const roads = await askRoads(nearPairs(needs, leaders, policy), policy.travel.policy);
  return { ...policy, travel: { ...policy.travel, roads } };
}
