import { type NeedBetween, needChanges, reasonsOfChange } from '../need-change.ts';
import type { PlannedNeed, PlannedPair, RoundPlan } from './round-plan.ts';

/** A need that two proposals treat otherwise. */
export interface NeedDifference extends NeedBetween<PlannedNeed, PlannedPair> {
  /** Why, in sentences, where it is known. */
  reasons: readonly string[];
}

/** A proposal as far as it is compared. */
export interface ComparedPlan {
  id: string;
  /** The proposal that it was to stay near, if any: of the changes from that one it keeps the reasons. */
  near: string | null;
  plan: RoundPlan;
}

/** What changes from one proposal to another, need by need. A need that keeps its leader and days, or nobody, is left out. */
export function planDifferences(before: Omit<ComparedPlan, 'near'>, after: ComparedPlan): NeedDifference[] {
  const kept = after.near === before.id ? after.plan.whyChanged : {};
  return needChanges<PlannedNeed, PlannedPair>(before.plan, after.plan)
    .filter(({ change }) => change !== 'same' && change !== 'still without')
    .map((one) => ({ ...one, reasons: kept[one.need.needKey] ?? reasonsOfChange(one) }));
}
