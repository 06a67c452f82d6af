import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needOrder, type Ordered } from './need-order.ts';

const school: fc.Arbitrary<Ordered> = fc.record({
  urn: fc.integer({ min: 100000, max: 100009 }),
  category: fc.constantFrom('A', 'B', 'C', 'D'),
  points: fc.integer({ min: 0, max: 3 }),
  indicators: fc.array(
    fc.record({ state: fc.constantFrom('raised', 'clear', 'missing'), probability: fc.constantFrom(0.2, 0.9) }),
    { maxLength: 2 },
  ),
});

const raised = (probability: number) => [{ state: 'raised', probability }];

describe('the order of help', () => {
  it('is by category, then points, then chance, then URN', () => {
    const schools: Ordered[] = [
      { urn: 5, category: 'C', points: 90, indicators: [] },
      { urn: 4, category: 'D', points: 40, indicators: raised(0.7) },
      { urn: 3, category: 'D', points: 40, indicators: [...raised(0.9), { state: 'clear', probability: 1 }] },
      { urn: 2, category: 'D', points: 41, indicators: [] },
      { urn: 1, category: 'D', points: 40, indicators: raised(0.7) },
      { urn: 6, category: 'A', points: 5, indicators: [] },
      { urn: 7, category: 'B', points: 12, indicators: [] },
    ];
    expect(schools.toSorted(needOrder).map(({ urn }) => urn)).toEqual([2, 3, 1, 4, 5, 7, 6]);
  });

  it('never contradicts itself', () => {
    fc.assert(
      fc.property(school, school, school, (a, b, c) => {
        expect(Math.sign(needOrder(a, b))).toBe(-Math.sign(needOrder(b, a)) + 0);
        const sorted = [a, b, c].toSorted(needOrder);
        expect(needOrder(sorted[0]!, sorted[2]!)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
