import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Highs } from 'highs';
import { leastCost } from '../../../test/factories/brute-force.ts';
import { anyInstance, endless, loadHighs } from '../../../test/factories/instance.ts';
import { buildInstance } from './instance.ts';
import { makePricer } from './knapsack.ts';
import { type Effort, type Ground, replan } from './neighbourhood.ts';
import { planCost, UNCOVERED } from './plan.ts';
import { makeRandom } from './random.ts';
import { planFromPrices } from './repair.ts';
import { makeSetSearch } from './sets.ts';
import { toWholeUnits, type WholeInstance } from './whole-units.ts';

const ample: Effort = { sets: 10_000, nodes: 1000, whenMore: 'nothing' };

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

function groundOf(instance: WholeInstance): Ground {
  return {
    instance,
    search: makeSetSearch(instance),
    prices: { schools: instance.penalty, rows: new Float64Array(0) },
    highs,
    clock: endless,
  };
}

/** One leader with one place and two schools: the second saves one step more than the first. */
function choice(): WholeInstance {
  return toWholeUnits(
    buildInstance({
      capacity: [5],
      maxSchools: [1],
      demand: [5, 5],
      priority: [1, 1],
      penalty: [10, 10],
      pairLeader: [0, 0],
      pairSchool: [0, 1],
      pairCost: [5, 4],
    }),
  );
}

describe('replan', () => {
  it('finds the best plan of all leaders, and says so', () => {
    fc.assert(
      fc.property(anyInstance, fc.integer({ min: 0, max: 1000 }), (instance, seed) => {
        const whole = toWholeUnits(instance);
        const ground = groundOf(whole);
        const start = planFromPrices(whole, makePricer(whole), whole.penalty, makeRandom(seed));
        const all = Array.from({ length: whole.leaders }, (_, leader) => leader);
        const { plan, saved, isBest } = replan(ground, start, all, ample, null);
        expect(isBest).toBe(true);
        expect(planCost(whole, plan)).toBe(planCost(whole, start) - saved);
        expect(planCost(whole, plan) / whole.costScale).toBeCloseTo(leastCost(instance), 6);
      }),
    );
  });

  it('finds a plan that is better by a single step', () => {
    const { plan, saved, isBest } = replan(groundOf(choice()), Int32Array.of(0, UNCOVERED), [0], ample, null);
    expect({ plan: Array.from(plan), saved, isBest }).toEqual({ plan: [UNCOVERED, 1], saved: 1, isBest: true });
  });

  it('leaves other leaders their schools', () => {
    const start = Int32Array.of(0, UNCOVERED);
    expect(replan(groundOf(choice()), start, [], ample, null)).toEqual({ plan: start, saved: 0, isBest: true });
  });

  it('proves nothing when more sets could be better than it may look at', () => {
    const start = Int32Array.of(UNCOVERED, UNCOVERED);
    const few: Effort = { sets: 1, nodes: 1000, whenMore: 'nothing' };
    expect(replan(groundOf(choice()), start, [0], few, null)).toMatchObject({ saved: 0, isBest: false });
    const narrowed = replan(groundOf(choice()), start, [0], { ...few, whenMore: 'narrow' }, null);
    expect(narrowed).toMatchObject({ saved: 6, isBest: false });
  });
});
