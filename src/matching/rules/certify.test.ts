import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { leastCost } from '../../../test/factories/brute-force.ts';
import { anyInstance, crowdedInstance, endless, loadHighs } from '../../../test/factories/instance.ts';
import { checkAssignment } from './check/assignment.ts';
import { provenBound } from './check/certificate.ts';
import { certify } from './certify.ts';
import type { Solution } from './solution.ts';
import { solve } from './solve.ts';

const instance = crowdedInstance(6, 14);
let right: Solution;
beforeAll(async () => {
  right = solve(instance, { seed: 1, clock: endless, highs: await loadHighs() });
});

/** A leader who is not possible for the school. */
function stranger(school: number): number {
  const possible = new Set<number>();
  for (let k = instance.schoolStart[school]!; k < instance.schoolStart[school + 1]!; k++) {
    possible.add(instance.pairLeader[instance.schoolPairs[k]!]!);
  }
  return Array.from({ length: instance.leaders }, (_, i) => i).find((i) => !possible.has(i))!;
}

describe('certify', () => {
  it('passes what the solver answers', () => {
    expect(() => certify(instance, right)).not.toThrow();
  });

  it.each<[string, (solution: Solution) => Partial<Solution>, RegExp]>([
    ['a lower cost', ({ objective }) => ({ objective: objective - 0.1 }), /The plan costs/],
    ['fewer uncovered', ({ uncovered }) => ({ uncovered: uncovered - 1 }), /uncovered/],
    ['a bound above the cost', ({ objective }) => ({ bound: objective + 1 }), /The prices prove/],
    ['optimal with a gap', ({ objective }) => ({ bound: objective - 1, provedOptimal: true }), /called optimal/],
    [
      'more than prices prove',
      ({ objective, proof }) => ({ proof: { ...proof, priceBound: objective + 1 } }),
      /The prices prove/,
    ],
    [
      'other prices',
      ({ proof }) => ({ proof: { ...proof, kind: 'prices', prices: proof.prices.map(() => 0) } }),
      /The prices prove -?\d/,
    ],
    ['prices of other schools', ({ proof }) => ({ proof: { ...proof, prices: [] } }), /not of these schools/],
    ['no number for a price', ({ proof }) => ({ proof: { ...proof, prices: proof.prices.map(() => NaN) } }), /NaN/],
    ['a leader out of reach', ({ assignment }) => ({ assignment: assignment.with(0, stranger(0)) }), /cannot help/],
    ['a plan of other schools', ({ assignment }) => ({ assignment: assignment.slice(1) }), /not of these schools/],
  ])('refuses %s', (_, tamper, message) => {
    expect(() => certify(instance, { ...right, ...tamper(right) })).toThrow(message);
  });

  it('refuses a leader with too many schools or days', () => {
    const leader = 0;
    const all = Array.from({ length: instance.schools }, (_, school) =>
      stranger(school) !== leader && [...pairsOf(school)].includes(leader) ? leader : null,
    );
    expect(() => checkAssignment(instance, all)).toThrow('Leader 0 is given more than they can do');
  });
});

function pairsOf(school: number): number[] {
  const pairs = instance.schoolPairs.slice(instance.schoolStart[school], instance.schoolStart[school + 1]);
  return Array.from(pairs, (pair) => instance.pairLeader[pair]!);
}

describe('provenBound', () => {
  it('is below what any plan costs, whatever the prices, even negative or above the penalty', () => {
    const shares = fc.array(fc.double({ min: -0.5, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(anyInstance, shares, (any, share) => {
        const prices = Array.from(any.penalty, (cost, school) => share[school]! * cost);
        expect(provenBound(any, { prices, cuts: [], rowPrices: [] })).toBeLessThanOrEqual(leastCost(any) + 1e-9);
      }),
    );
  });
});
