import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastCost } from '../../../test/factories/brute-force.ts';
import { anyInstance, endless } from '../../../test/factories/instance.ts';
import { makePricer } from './knapsack.ts';
import { PRICE_GRID, raisePrices, relax, toPrice } from './lagrangian.ts';
import { makeSetSearch } from './sets.ts';
import { toWholeUnits, type WholeInstance } from './whole-units.ts';

/** Every set of a leader's pairs that keeps to the leader's limits, by trying all. */
function allSets(instance: WholeInstance, leader: number): number[][] {
  let sets: number[][] = [[]];
  for (let k = instance.leaderStart[leader]!; k < instance.leaderStart[leader + 1]!; k++) {
    sets = [...sets, ...sets.map((pairs) => [...pairs, k])];
  }
  const need = (pairs: number[]) => pairs.reduce((days, k) => days + instance.demand[instance.pairSchool[k]!]!, 0);
  return sets.filter(
    (pairs) => pairs.length <= instance.maxSchools[leader]! && need(pairs) <= instance.capacity[leader]!,
  );
}

const keys = (sets: (readonly number[])[]): string[] =>
  sets.map((pairs) => pairs.toSorted((a, b) => a - b).join()).toSorted((a, b) => a.localeCompare(b));

const ignore = (): void => undefined;

const withPrices = fc
  .tuple(anyInstance, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }))
  .map(([instance, shares]) => {
    const whole = toWholeUnits(instance);
    return { instance, whole, prices: whole.penalty.map((cost, j) => toPrice(shares[j]! * cost, cost)) };
  });

describe('the bound of prices', () => {
  it('is below what any plan costs, whatever the prices', () => {
    fc.assert(
      fc.property(withPrices, ({ instance, whole, prices }) => {
        const { bound } = relax(whole, makePricer(whole), prices);
        expect(bound / whole.costScale).toBeLessThanOrEqual(leastCost(instance) + 1e-9);
      }),
    );
  });

  it('rests on the best set of each leader', () => {
    fc.assert(
      fc.property(withPrices, ({ whole, prices }) => {
        const price = makePricer(whole);
        for (let leader = 0; leader < whole.leaders; leader++) {
          const gain = (pairs: number[]) =>
            pairs.reduce((sum, k) => sum + prices[whole.pairSchool[k]!]! - whole.pairCost[k]!, 0);
          const { profit, pairs } = price(leader, prices);
          expect(profit).toBe(Math.max(...allSets(whole, leader).map(gain)));
          expect(gain(pairs)).toBe(profit);
        }
      }),
    );
  });

  it('never falls while prices are raised, and ends on the grid', () => {
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const whole = toWholeUnits(instance);
        const first = relax(whole, makePricer(whole), whole.penalty.slice());
        const raised = raisePrices(whole, makePricer(whole), () => Infinity, ignore, {
          ...endless,
          shouldStop: () => true,
        });
        const none = whole.penalty.reduce((sum, cost) => sum + cost, 0);
        const full = raisePrices(whole, makePricer(whole), () => none, ignore, endless);
        expect(raised.bound).toBe(Math.max(0, first.bound));
        expect(full.bound).toBeGreaterThanOrEqual(raised.bound);
        expect(full.bound / whole.costScale).toBeLessThanOrEqual(leastCost(instance) + 1e-9);
        for (const price of full.prices) expect(Number.isInteger(price / PRICE_GRID)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('above', () => {
  it('lists every set worth at least so much, and no other', () => {
    fc.assert(
      fc.property(withPrices, fc.integer({ min: -300, max: 900 }), ({ whole, prices }, least) => {
        for (let leader = 0; leader < whole.leaders; leader++) {
          const gain = (pairs: readonly number[]) =>
            pairs.reduce((sum, k) => sum + prices[whole.pairSchool[k]!]! - whole.pairCost[k]!, 0);
          const expected = allSets(whole, leader).filter((pairs) => pairs.length > 0 && gain(pairs) >= least);
          const search = makeSetSearch(whole);
          const values = { schools: prices, surcharge: null, cuts: null };
          const listed = search.above(leader, values, least, 1000)!;
          expect(keys(listed.map(({ pairs }) => pairs))).toEqual(keys(expected));
          const tooFew = Math.max(0, expected.length - 1);
          expect(search.above(leader, values, least, tooFew) === null).toBe(expected.length > 0);
        }
      }),
    );
  });
});
