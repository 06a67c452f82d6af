import fc from 'fast-check';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { groundOf } from '../../../../test/factories/explained.ts';
import { leastCost } from '../../../../test/factories/brute-force.ts';
import { anyInstance, loadHighs, smallInstance } from '../../../../test/factories/instance.ts';
import { provenBound } from '../check/certificate.ts';
import type { Instance } from '../instance.ts';
import { coverBounds, loweredPrices } from './bounds.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const provedBy = (instance: Instance, prices: number[]): number =>
  provenBound(instance, { prices, cuts: [], rowPrices: [] });

describe('loweredPrices', () => {
  it('are no higher, prove no less, and never more than the best plan costs', () => {
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const { prices } = groundOf(instance, highs).solution.proof;
        const lowered = loweredPrices(instance, prices);
        expect(lowered.prices.every((price, school) => price <= prices[school]! + 1e-9)).toBe(true);
        expect(lowered.bound).toBeGreaterThanOrEqual(provedBy(instance, prices) - 1e-6);
        expect(lowered.bound).toBeLessThanOrEqual(leastCost(instance) + 1e-6);
        expect(provedBy(instance, lowered.prices)).toBeCloseTo(lowered.bound, 6);
      }),
      { numRuns: 100 },
    );
  });

  it('are what the school costs where nobody else wants its leader', () => {
    const roomy = smallInstance({ capacity: [40, 40], maxSchools: [3, 3] });
    expect(loweredPrices(roomy, [100, 90, 80])).toEqual({ prices: [10, 12.5, 5], bound: 27.5 });
  });
});

describe('coverBounds', () => {
  it('leaves the ends apart where the plan is not proved best', () => {
    const { problem, solution } = groundOf(smallInstance(), highs);
    const unproved = { ...solution, bound: solution.bound - 5 };
    const ranges = coverBounds(problem.instance, unproved, 0).leaders.map(({ range }) => range);
    expect(ranges.map(({ exact }) => exact)).toEqual([false, false]);
    expect(ranges.every(({ least, most }) => most! - least >= 5)).toBe(true);
  });
});
