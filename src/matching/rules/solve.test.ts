import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Highs } from 'highs';
import { leastCost } from '../../../test/factories/brute-force.ts';
import {
  anyInstance,
  crowdedInstance,
  endless,
  loadHighs,
  overfull,
  smallInstance,
} from '../../../test/factories/instance.ts';
import { type Instance, buildInstance } from './instance.ts';
import type { Solution } from './solution.ts';
import { solve } from './solve.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const solved = (instance: Instance, seed = 1): Solution => solve(instance, { seed, clock: endless, highs });

/** Solves until the clock has been looked at so many times: a time limit that is the same on every machine. */
function cutShort(instance: Instance, looks: number): Solution {
  let looked = 0;
  return solve(instance, { seed: 3, clock: { ...endless, shouldStop: () => ++looked > looks }, highs });
}

describe('solve', () => {
  it('finds the best plan of every instance small enough to try all, and proves it', () => {
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const { assignment, objective, bound, provedOptimal, gap, proof } = solved(instance);
        const least = leastCost(instance);
        expect(overfull(instance, assignment)).toEqual([]);
        expect(objective).toBeCloseTo(least, 6);
        expect(bound).toBeCloseTo(least, 6);
        expect(proof.priceBound).toBeLessThanOrEqual(least + 1e-6);
        expect({ provedOptimal, gap }).toEqual({ provedOptimal: true, gap: 0 });
      }),
      { numRuns: 150 },
    );
  });

  it('beats the plan made by hand where that can be beaten', () => {
    const { assignment, objective, byHand } = solved(smallInstance());
    expect(assignment).toEqual([1, 0, 0]);
    expect(objective).toBe(28.5);
    expect(byHand).toEqual({ objective: 102.5, covered: 2 });
  });

  it('answers the same for the same seed, through every step of the search', () => {
    const instance = crowdedInstance(12, 40);
    // Prices, relaxation, cuts and dive look at the clock some 1,000 times; what is left goes to planning anew and parting.
    const [first, second] = [cutShort(instance, 1500), cutShort(instance, 1500)];
    expect(second).toEqual(first);
    expect(first.objective).toBeLessThan(first.byHand.objective);
  });

  it('calls nothing proved that a longer search betters', () => {
    const instance = crowdedInstance(12, 40);
    const [hasty, patient] = [cutShort(instance, 100), cutShort(instance, 1500)];
    expect(patient.objective).toBeLessThan(hasty.objective);
    expect(hasty.provedOptimal).toBe(false);
    expect(hasty.bound).toBeLessThanOrEqual(patient.objective);
  });

  it('stops at once when told to, with a plan and a bound that hold', () => {
    const instance = crowdedInstance(8, 22);
    const solution = solve(instance, { seed: 1, clock: { ...endless, shouldStop: () => true }, highs });
    expect(overfull(instance, solution.assignment)).toEqual([]);
    expect(solution.bound).toBeLessThanOrEqual(solved(instance).objective);
    expect(solution.bound).toBeGreaterThanOrEqual(0);
  });

  it('tells of ever better plans and bounds', () => {
    const told: { objective: number; bound: number }[] = [];
    const onProgress = (best: { objective: number; bound: number }) => told.push(best);
    const { objective } = solve(crowdedInstance(8, 22), { seed: 1, clock: endless, highs, onProgress });
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)!.objective).toBeCloseTo(objective, 6);
    for (const [n, next] of told.slice(1).entries()) expect(next.objective).toBeLessThanOrEqual(told[n]!.objective);
  });

  it.each([
    [
      'no schools',
      smallInstance({ demand: [], priority: [], penalty: [], pairLeader: [], pairSchool: [], pairCost: [] }),
      0,
    ],
    ['no leaders', smallInstance({ capacity: [], maxSchools: [], pairLeader: [], pairSchool: [], pairCost: [] }), 270],
    ['no pairs', smallInstance({ pairLeader: [], pairSchool: [], pairCost: [] }), 270],
    ['no days', smallInstance({ capacity: [0, 0] }), 270],
    ['nothing to pay', smallInstance({ penalty: [0, 0, 0] }), 0],
  ])('has the best answer for %s', (_, instance, cost) => {
    expect(solved(instance)).toMatchObject({ objective: cost, bound: cost, gap: 0, provedOptimal: true });
  });

  it('proves a plan whose costs are no decimals to within the tolerance', () => {
    const third = buildInstance({
      capacity: [10],
      maxSchools: [1],
      demand: [5, 5],
      priority: [1, 1],
      penalty: [200 / 3, 50],
      pairLeader: [0, 0],
      pairSchool: [0, 1],
      pairCost: [10 / 3, 1 / 7],
    });
    const { assignment, objective, provedOptimal } = solved(third);
    expect({ assignment, provedOptimal }).toEqual({ assignment: [0, null], provedOptimal: true });
    expect(objective).toBeCloseTo(50 + 10 / 3, 9);
  });
});
