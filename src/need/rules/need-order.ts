import type { Assessment } from './assessment.ts';
import type { Category } from './need-policy.ts';

/** What the order of help looks at. */
export type Ordered = Pick<Assessment, 'urn' | 'category' | 'points'> & {
  indicators: readonly { state: string; probability?: number }[];
};

const ORDER: Record<Category, number> = { D: 0, C: 1, B: 2, A: 3 };

/**
 * Comparator: which of two schools is helped first. The higher category, then more points, then the greater chance of
 * truly being below a line, then the lower URN so that the order never wavers.
 */
export function needOrder(a: Ordered, b: Ordered): number {
  return (
    ORDER[a.category] - ORDER[b.category] ||
    b.points - a.points ||
    greatestChance(b) - greatestChance(a) ||
    a.urn - b.urn
  );
}

function greatestChance(assessment: Ordered): number {
  return Math.max(
    0,
    ...assessment.indicators.map(({ state, probability }) => (state === 'raised' ? (probability ?? 0) : 0)),
  );
}
