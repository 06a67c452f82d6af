import { type IndicatorResult, type PackedResult, unpacked } from './assessment.ts';
import { categorise, type Categorised } from './category.ts';
import type { Category, NeedPolicy } from './need-policy.ts';

/** What the evidence of a decision gives under the pack of its day, beside what was seen then. */
export interface Replayed extends Categorised {
  indicators: IndicatorResult[];
  /** Whether points and category are exactly those that were seen; points are compared where they were kept. */
  same: boolean;
}

/** Works the category out again from the evidence that was kept and the pack as its text was: no data, no clock, nothing else. */
export function replay(
  evidence: readonly PackedResult[],
  policy: NeedPolicy,
  seen: { category: Category; points: number | null },
): Replayed {
  const indicators = unpacked(evidence, policy);
  const again = categorise(indicators, policy);
  const same = again.category === seen.category && (seen.points === null || again.points === seen.points);
  return { ...again, indicators, same };
}
