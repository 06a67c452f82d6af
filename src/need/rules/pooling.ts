import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { NeedPolicy } from './need-policy.ts';

type Pools = Pick<NeedPolicy, 'pooling'>;

/** What the pupils of a year keep of their worth per year of age; null when the policy does not pool this share. */
export function keptOf({ pooling }: Pools, measure: MeasureCode): number | null {
  return pooling?.shares.find((part) => part.measure === measure)?.kept ?? null;
}

/** How far a school's true score moves from year to year (standard deviation); null when the policy does not say. */
export function driftOf({ pooling }: Pools, measure: MeasureCode): number | null {
  return pooling?.scores.find((part) => part.measure === measure)?.drift ?? null;
}
