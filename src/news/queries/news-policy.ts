import { policyAsAt } from '../../policies.ts';
import type { NewsPolicy } from '../rules/news-policy.ts';
import { newsPolicyKind } from '../schema/news-policy.ts';

/** The news policy that holds on a day (ISO). Throws PolicyError when none does. */
export function newsPolicyAsAt(date: string): NewsPolicy {
  return policyAsAt(newsPolicyKind, date);
}
