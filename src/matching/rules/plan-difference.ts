import { changeReasons } from './change-reasons.ts';
import { type NeedBetween, needChanges } from './need-change.ts';
import { type KeptPlan, keptPlanOf, type PlanMade } from './plan-before.ts';

export interface NeedDifference extends NeedBetween<KeptPlan['uncovered'][number], KeptPlan['pairs'][number]> {
  /** Why, in sentences; none where nothing changed. */
  reasons: string[];
}

/** What became of each need from a plan that was kept to one just made, and why. */
export function planDifference(before: KeptPlan, after: PlanMade): NeedDifference[] {
  const later = { ...after, kept: keptPlanOf(after) };
  return needChanges(before, later.kept).map((one) => ({ ...one, reasons: changeReasons(one, before, later) }));
}
