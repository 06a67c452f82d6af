import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { NeedPolicy } from './need-policy.ts';
import { driftOf, driftPupilsOf } from './pooling.ts';

type Pools = Pick<NeedPolicy, 'pooling'>;

/** How far a school's true share moves, for an indicator that pools years. Throws when the policy does not say. */
export function driftPupilsFor(policy: Pools, measure: MeasureCode): number {
  return told(driftPupilsOf(policy, measure), 'shares', measure);
}

/** How far a school's true score moves in a year, for an indicator that pools years. Throws when the policy does not say. */
export function driftFor(policy: Pools, measure: MeasureCode): number {
  return told(driftOf(policy, measure), 'scores', measure);
}

function told(found: number | null, list: 'shares' | 'scores', measure: MeasureCode): number {
  if (found === null) throw new Error(`The need policy has no pooling.${list} for ${measure}. Add one.`);
  return found;
}
