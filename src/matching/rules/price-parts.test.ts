import { describe, expect, it } from 'vitest';
import { headOf, needFor, placedSchool } from '../../../test/factories/matching.ts';
import { planPolicyAsAt } from '../queries/plan-policy.ts';
import { standingPair } from './pairing.ts';
import { priceParts } from './price-parts.ts';
import type { Leader } from './sides.ts';

const policy = planPolicyAsAt('2022-07-06');

const figure = (value: number): Leader => headOf(placedSchool(100, {}, { 'ks2_rwm_expected:2017': value }));

describe('what is not known', () => {
  const need = needFor(placedSchool(1, {}, { 'ks2_rwm_expected:2017': 40 }));
  const costOf = (leader: Leader, units: number | null = null): number =>
    standingPair(need, leader, () => units, policy).cost;
  const home = placedSchool(100);

  it.each([
    ['impact', headOf(home, { impact: 1 }), headOf(home), headOf(home, { impact: 0 })],
    ['strength', figure(80), headOf(home), figure(20)],
    ['fields', headOf(home, { fields: ['maths', 'english'] }), headOf(home), headOf(home, { fields: ['governance'] })],
  ])('is weighed between the best and the worst: %s', (_what, good, unknown, bad) => {
    expect(costOf(good)).toBeLessThan(costOf(unknown));
    expect(costOf(unknown)).toBeLessThan(costOf(bad));
  });

  it('is told as not known, with what was taken', () => {
    const parts = priceParts(
      standingPair(need, headOf(home), () => null, policy),
      policy,
    );
    const told = parts.slice(1).map(({ code, quantity, taken }) => [code, quantity, taken]);
    expect(told).toEqual([
      ['context', null, 1.3],
      ['strength', null, 0.5],
      ['expertise', null, 0.5],
      ['impact', null, 0.5],
      ['continuity', 0, 0],
      ['release', 1, 1],
      ['money', null, 9 * 450],
    ]);
  });
});

it('charges a new start only where another home school has worked before', () => {
  const cost = (earlierHomes: number[]): number =>
    standingPair(needFor(placedSchool(1), { earlierHomes }), headOf(placedSchool(100)), () => 1, policy).cost;
  expect(cost([100, 101])).toBe(cost([]));
  expect(cost([101])).toBe(cost([]) + policy.weights.continuity.weight);
});
