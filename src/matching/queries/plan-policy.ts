import { policyAsAt } from '../../policies.ts';
import type { PlanPolicy } from '../rules/plan-policy.ts';
import { planPolicyKind } from '../schema/plan-policy.ts';
import { supportPolicyKind } from '../schema/support-policy.ts';

/** The matching policy of a day with the roles and fields of that day. Throws PolicyError when either is missing or malformed. */
export function planPolicyAsAt(date: string): PlanPolicy {
  return { ...policyAsAt(planPolicyKind, date), support: policyAsAt(supportPolicyKind, date) };
}
