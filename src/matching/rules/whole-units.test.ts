import { describe, expect, it } from 'vitest';
import { smallInstance } from '../../../test/factories/instance.ts';
import { toWholeUnits } from './whole-units.ts';

describe('toWholeUnits', () => {
  it('counts days in the largest step that every need is a multiple of', () => {
    const whole = toWholeUnits(smallInstance({ demand: [9, 18, 4.5] }));
    expect(Array.from(whole.demand)).toEqual([2, 4, 1]);
    // 19.5 days hold four steps of 4.5; 9.5 hold two.
    expect(Array.from(whole.capacity)).toEqual([4, 2]);
  });

  it('counts costs in the step of their last decimal', () => {
    const whole = toWholeUnits(smallInstance({ penalty: [100, 90.25, 80] }));
    expect(whole.costScale).toBe(100);
    expect(Array.from(whole.penalty)).toEqual([10_000, 9025, 8000]);
  });

  it('rounds costs that are not decimals down, so that no bound is raised by it', () => {
    const instance = smallInstance({ pairCost: [10 / 3, 12.5, 5, 11] });
    const whole = toWholeUnits(instance);
    expect(whole.pairCost[0]! / whole.costScale).toBeLessThanOrEqual(10 / 3);
    expect(whole.pairCost[0]! / whole.costScale).toBeCloseTo(10 / 3, 6);
  });

  it('leaves out pairs that no best plan needs', () => {
    const tooDear = { pairCost: [10, 90.5, 5, 11] };
    expect(Array.from(toWholeUnits(smallInstance(tooDear)).pairSchool)).toEqual([0, 2, 0]);
    const tooFewDays = { capacity: [19.5, 9] };
    expect(Array.from(toWholeUnits(smallInstance(tooFewDays)).pairSchool)).toEqual([0, 1, 2]);
  });

  it('refuses needs finer than a thousandth of a day, and costs too large to add up', () => {
    expect(() => toWholeUnits(smallInstance({ demand: [9.5, 10 / 3, 4.5] }))).toThrow(/^demand\[1\]: .*three decimal/);
    expect(() => toWholeUnits(smallInstance({ penalty: [1e13, 1, 1] }))).toThrow(/^penalty: .*larger unit/);
  });
});
