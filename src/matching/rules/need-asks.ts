import { type Field, LEAD, fieldOf } from '../../leaders/rules/support-policy.ts';
import type { PlanPolicy } from './plan-policy.ts';
import { type Need } from './sides.ts';
import { type Failing, failingMeasures, type Measurable, measurable } from './strength.ts';
import { fieldsAsked } from './support-policy.ts';

/** What a need asks of any leader, worked out once for all of them. */
export interface NeedAsks {
  /** The measures that fail: all of a school's for a lead head, those of the field for a specialist. */
  failing: Failing;
  /** Those of them on which the school has a figure to compare with. */
  measurable: readonly Measurable[];
  fields: readonly Field[];
}

export function needAsks(need: Need, { support }: PlanPolicy): NeedAsks {
  const all = failingMeasures(need);
  const own = need.support === LEAD ? null : (fieldOf(support, need.support)?.measures ?? []);
  const failing = own === null ? all : all.filter(([measure]) => own.includes(measure));
  return { failing, measurable: measurable(failing, need.school), fields: fieldsAsked(support, need, all) };
}
