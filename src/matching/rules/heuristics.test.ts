import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyInstance, crowdedInstance, leadersOf, overfull, smallInstance } from '../../../test/factories/instance.ts';
import { checkAssignment } from './check/assignment.ts';
import { planByHand } from './greedy.ts';
import { makePricer } from './knapsack.ts';
import { planCost } from './plan.ts';
import { makeRandom } from './random.ts';
import { improveByLeader, planFromPrices } from './repair.ts';
import { toWholeUnits } from './whole-units.ts';

describe('planByHand', () => {
  it('gives the most pressing school its cheapest leader, though the plan is dearer for it', () => {
    // School 0 takes leader 0, who then has no days for both 1 and 2 but for one of them: 1 presses more.
    expect(planByHand(smallInstance())).toEqual([0, 0, null]);
  });

  it('takes no pair that costs more than leaving the school', () => {
    expect(planByHand(smallInstance({ penalty: [9, 90, 80] }))[0]).toBeNull();
  });
});

describe.each([
  ['tiny instances', anyInstance],
  ['a crowded instance', fc.constant(crowdedInstance(12, 40))],
])('plans made on %s', (_, instances) => {
  it('keep to every limit, and each step makes them no dearer', () => {
    fc.assert(
      fc.property(instances, fc.integer({ min: 0, max: 1000 }), (instance, seed) => {
        const whole = toWholeUnits(instance);
        const price = makePricer(whole);
        const random = makeRandom(seed);
        const plan = planFromPrices(whole, price, whole.penalty, random);
        expect(overfull(instance, leadersOf(whole.pairLeader, plan))).toEqual([]);
        const first = planCost(whole, plan);
        improveByLeader(whole, price, plan, random);
        expect(overfull(instance, leadersOf(whole.pairLeader, plan))).toEqual([]);
        expect(planCost(whole, plan)).toBeLessThanOrEqual(first);
        const { objective } = checkAssignment(instance, leadersOf(whole.pairLeader, plan));
        expect(objective * whole.costScale).toBeCloseTo(planCost(whole, plan), 3);
      }),
      { numRuns: 10 },
    );
  });
});
