import { expect, it } from 'vitest';
import { headOf, needFor, placedSchool, roundPolicy } from '../../../test/factories/matching.ts';
import { planProblem } from './plan-problem.ts';
import { remaking } from './remake.ts';

it('makes the same problem under other weights as is made from nothing, and weighs each pair once', () => {
  const needs = [1, 2, 3].map((n) => needFor(placedSchool(n, { easting: 500_000 + 900 * n })));
  const leaders = [4, 5, 6, 7].map((n) => headOf(placedSchool(n, { easting: 500_000 + 700 * n }), { days: 12 }));
  leaders.push(headOf(placedSchool(8, { easting: 501_000 }), { released: false }));
  let asked = 0;
  const context = (one: number, other: number): number => {
    asked++;
    return (one * other) % 5;
  };
  const options = { wishes: { forbids: [{ needKey: needs[0]!.key, leaderKey: leaders[0]!.key }] } };
  const made = planProblem(needs, leaders, context, roundPolicy, options);
  if (!made.ok) throw new Error('blocked');
  asked = 0;
  const remake = remaking(made.problem, context);
  const remade = [{}, { weights: { travel: 3, context: 0 } }, { uncovered: { C: 10 } }].map((weights) => ({
    weights,
    result: remake(weights),
  }));
  expect(asked).toBe(needs.length * 4);
  for (const { weights, result } of remade)
    expect(result).toEqual(planProblem(needs, leaders, context, roundPolicy, { ...options, weights }));
  const [same, farther] = remade.map(({ result }) => (result.ok ? result.problem.instance.pairCost : []));
  expect(farther).not.toEqual(same);
});
