import { describe, expect, it } from 'vitest';
import { smallInstance } from '../../../../test/factories/instance.ts';
import { solutionFrom } from '../../schema/solution-file.ts';
import type { InstanceColumns } from '../instance.ts';
import type { Solution } from '../solution.ts';
import { findingsOf } from './findings.ts';

/** The best plan of the small instance (28.5), with prices that prove it. */
const RIGHT: Solution = {
  assignment: [1, 0, 0],
  objective: 28.5,
  bound: 28.5,
  gap: 0,
  provedOptimal: true,
  uncovered: 0,
  seconds: 0,
  byHand: { objective: 102.5, covered: 2 },
  proof: { kind: 'prices', prices: [11, 12.5, 5], cuts: [], rowPrices: [], priceBound: 28.5, parts: [] },
};

/** Load, schools held, a fixed school and limits, on the plan of the small instance: pair 1 is leader 0 at school 1. */
const loaded: Partial<InstanceColumns> = { load: [2, 3], held: [1, 2] };
const money = (limit: number, overPrice: number | null) => ({
  rows: [{ name: 'Money', pairs: [0, 1, 2, 3], amounts: [4, 5, 6, 7], limit, overPrice }],
});
const floor = { rows: [{ name: 'Two schools', pairs: [1, 2], amounts: [-1, -1], limit: -3, overPrice: 10 }] };

describe('findingsOf', () => {
  it('bears out a plan that is as it says', () => {
    expect(findingsOf(smallInstance(), RIGHT)).toEqual({
      feasible: true,
      cost: 28.5,
      uncovered: 0,
      provenBound: 28.5,
      gap: 0,
      wrong: [],
    });
  });

  it('tells all that is wrong at once', () => {
    const { wrong } = findingsOf(smallInstance(), { ...RIGHT, objective: 20, uncovered: 1 });
    expect(wrong).toEqual([
      'The plan costs 28.5, not 20',
      '0 schools are uncovered, not 1',
      'The prices prove 27.5, not 28.5',
      'The bound 28.5 is above the cost 20',
      'The gap is -0.425, not 0',
    ]);
  });

  it.each<[string, Partial<InstanceColumns>, number]>([
    ['load beside schools held', loaded, 28.5 + 2 * (1 + 2) + 3 * 2],
    ['a limit kept', money(18, null), 28.5],
    ['a limit passed at its price', money(15, 0.1), 28.8],
    ['a floor missed at its price', floor, 38.5],
    ['a school fixed to its leader', { fixed: [1, -1, -1] }, 28.5],
  ])('counts %s', (_, more, cost) => {
    const rowPrices = (more.rows ?? []).map(() => 0);
    const found = findingsOf(smallInstance(more), { ...RIGHT, proof: { ...RIGHT.proof, rowPrices } });
    expect(found).toMatchObject({ feasible: true, cost });
    expect(found.provenBound).toBeLessThanOrEqual(cost);
  });

  it.each<[string, Partial<InstanceColumns>, RegExp]>([
    ['a limit that is never passed', money(17, null), /^Money: 18 is above the limit of 17/],
    ['a school fixed to another', { fixed: [0, -1, -1] }, /^School 0 is fixed to leader 0/],
    ['days', { capacity: [13, 9.5] }, /^Leader 0 is given more/],
    ['the number of schools', { maxSchools: [1, 1] }, /^Leader 0 is given more/],
    ['a pair that is none', { pairLeader: [0, 0, 0], pairSchool: [0, 1, 2], pairCost: [1, 1, 1] }, /cannot help/],
  ])('finds no plan that breaks %s', (_, more, message) => {
    const rowPrices = (more.rows ?? []).map(() => 0);
    const found = findingsOf(smallInstance(more), { ...RIGHT, proof: { ...RIGHT.proof, rowPrices } });
    expect(found).toMatchObject({ feasible: false, cost: null, gap: null });
    expect(found.wrong[0]).toMatch(message);
  });

  it('is of a file that has the form of an answer', () => {
    expect(solutionFrom(structuredClone(RIGHT), 'x.json')).toEqual(RIGHT);
    const { prices: _, ...proof } = RIGHT.proof;
    expect(() => solutionFrom({ ...RIGHT, proof }, 'x.json')).toThrow(/^x\.json: proof\.prices: .*solve --json/);
    expect(() => solutionFrom([], 'x.json')).toThrow(/^x\.json: /);
  });
});
