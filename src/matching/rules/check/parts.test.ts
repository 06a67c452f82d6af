import { describe, expect, it } from 'vitest';
import { leastCost } from '../../../../test/factories/brute-force.ts';
import { randomProblem } from '../../../../test/factories/random-problem.ts';
import { buildInstance, type Instance } from '../instance.ts';
import type { Proof, ProofChoice, ProofPart } from '../solution.ts';
import { provenByParts } from './parts.ts';

const part = (instance: Instance, choices: ProofChoice[], share: number): ProofPart => ({
  choices,
  bound: 0,
  prices: Array.from(instance.penalty, (cost, school) => {
    // What must be covered may be worth more than leaving it would cost.
    const isAsked = choices.some((choice) => choice.isIn && choice.school === school);
    return share * cost * (isAsked ? 3 : 1);
  }),
  cutPrices: [],
  rowPrices: instance.rows.map(() => 0),
});

function proofOf(instance: Instance, parts: ProofPart[]): Proof {
  const [prices, rowPrices] = [Array.from(instance.penalty, () => 0), instance.rows.map(() => 0)];
  return { kind: 'parts', prices, cuts: [], rowPrices, priceBound: 0, parts };
}

/** All plans in three parts: a school has this leader; it has another or none; and of these, another school is covered or not. */
function choicesOf(instance: Instance): ProofChoice[][] {
  const [school, leader] = [instance.pairSchool[0]!, instance.pairLeader[0]!];
  const other = (school + 1) % instance.schools;
  const is = (isIn: boolean): ProofChoice => ({ school, leader, isIn });
  const covered = (isIn: boolean): ProofChoice => ({ school: other, leader: null, isIn });
  return [[is(true)], [is(false), covered(true)], [is(false), covered(false)]];
}

describe('provenByParts', () => {
  it('is below what any plan costs, whatever the prices of the parts', () => {
    let tighter = 0;
    for (let seed = 0; seed < 200; seed++) {
      const instance = buildInstance(randomProblem(seed, { load: true, rows: true }));
      if (instance.schools < 2 || instance.pairCost.length === 0) continue;
      const parts = choicesOf(instance).map((choices, k) => part(instance, choices, 0.3 + 0.15 * ((seed + k) % 5)));
      const bound = provenByParts(instance, proofOf(instance, parts));
      expect(bound, `problem ${seed}`).toBeLessThanOrEqual(leastCost(instance) + 1e-9);
      if (bound > 0) tighter += 1;
    }
    expect(tighter).toBeGreaterThan(30);
  });

  const instance = buildInstance({
    capacity: [9, 9],
    maxSchools: [2, 2],
    demand: [3, 3],
    priority: [1, 1],
    penalty: [5, 5],
    pairLeader: [0, 1],
    pairSchool: [0, 1],
    pairCost: [1, 2],
  });
  const whole = choicesOf(instance);

  it.each<[string, ProofChoice[][]]>([
    ['a side is left out', whole.slice(0, 2)],
    ['a part is twice there and its other side is not', [whole[0]!, whole[0]!]],
    ['sides part at different schools', [whole[0]!, [{ school: 1, leader: 1, isIn: false }]]],
    ['one part keeps to something and nothing is beside it', [whole[0]!]],
    ['a part goes on where the other ends', [...whole, [whole[0]![0]!, { school: 1, leader: null, isIn: true }]]],
  ])('refuses parts that do not hold all plans: %s', (_, choices) => {
    const proof = proofOf(
      instance,
      choices.map((one) => part(instance, one, 1)),
    );
    expect(() => provenByParts(instance, proof)).toThrow('The parts do not hold all plans');
  });

  it('refuses prices of other cuts', () => {
    const parts = whole.map((choices) => ({ ...part(instance, choices, 1), cutPrices: [1] }));
    expect(() => provenByParts(instance, proofOf(instance, parts))).toThrow('not of these cuts');
  });
});
