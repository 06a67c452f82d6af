import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { NeedPolicy } from './need-policy.ts';

type Pools = Pick<NeedPolicy, 'pooling'>;

/** How far a school's true share moves from year to year, as the luck of so many pupils; null when the policy does not pool it. */
export function driftPupilsOf({ pooling }: Pools, measure: MeasureCode): number | null {
  return pooling?.shares.find((part) => part.measure === measure)?.driftPupils ?? null;
}

/** How far a school's true score moves from year to year (standard deviation); null when the policy does not say. */
export function driftOf({ pooling }: Pools, measure: MeasureCode): number | null {
  return pooling?.scores.find((part) => part.measure === measure)?.drift ?? null;
}
