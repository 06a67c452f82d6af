import fc from 'fast-check';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { explained, groundOf, pairingOf } from '../../../../test/factories/explained.ts';
import { leastCost } from '../../../../test/factories/brute-force.ts';
import { anyInstance, loadHighs, smallInstance } from '../../../../test/factories/instance.ts';
import { roundPolicy } from '../../../../test/factories/matching.ts';
import { buildInstance, type Instance } from '../instance.ts';
import type { Ground } from './ground.ts';
import { kindName } from './kind-words.ts';
import { type Asked, type Way, waysToCover } from './ways.ts';
import { askedWords, waysWords, wayWords } from './ways-words.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const MUST = 1e6;
const MIDDLETOWN = { name: 'Middletown', easting: 500_000, northing: 220_000, schools: { primary: 3, secondary: 0 } };

/** The same ground with a town, where an imagined leader could help every school at the same cost. */
function withTown(instance: Instance, cost: number): Ground {
  const ground = groundOf(instance, highs);
  const pairOf: Ground['pairOf'] = (need, leader, policy) =>
    leader.school.urn === 0 ? { ok: true, pairing: pairingOf(cost) } : ground.pairOf(need, leader, policy);
  return { ...ground, pairOf, towns: [MIDDLETOWN] };
}

/** The instance that a way asks for, made by hand. */
function asAsked(instance: Instance, need: number, asked: Asked, ground: Ground): Instance {
  const penalty = Array.from(instance.penalty, (weight, school) => (school === need ? MUST : weight));
  const at = asked.is === 'days' ? ground.problem.leaders.findIndex(({ key }) => key === asked.leader.key) : -1;
  const [days, schools] = asked.is === 'days' ? [asked.days, asked.schools] : [0, 0];
  const capacity = Array.from(instance.capacity, (has, leader) => (leader === at ? has + days : has));
  const maxSchools = Array.from(instance.maxSchools, (has, leader) => (leader === at ? has + schools : has));
  const pairs = { leader: [...instance.pairLeader], school: [...instance.pairSchool], cost: [...instance.pairCost] };
  if (asked.is === 'leader') {
    const sorted = ground.problem.leaders.toSorted((a, b) => a.days - b.days || a.mostSchools - b.mostSchools);
    const middle = sorted[(sorted.length - 1) >> 1]!;
    for (let school = 0; school < instance.schools; school++) {
      pairs.leader.push(capacity.length);
      pairs.school.push(school);
      pairs.cost.push(20);
    }
    capacity.push(middle.days);
    maxSchools.push(middle.mostSchools);
  }
  const { demand, priority } = instance;
  const [pairLeader, pairSchool, pairCost] = [pairs.leader, pairs.school, pairs.cost];
  return buildInstance({ capacity, maxSchools, demand, priority, penalty, pairLeader, pairSchool, pairCost });
}

describe('waysToCover', () => {
  it('says of each way exactly what trying every plan says, and of none that fails', () => {
    let tested = 0;
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const ground = withTown(instance, 20);
        const left = ground.solution.assignment.indexOf(null);
        if (left === -1) return;
        const told = explained(waysToCover(ground, left), highs);
        const least = leastCost(instance);
        const difference = ({ asked }: Pick<Way, 'asked'>) => leastCost(asAsked(instance, left, asked, ground)) - least;
        expect(told.ways.map((way) => way.difference.least)).toEqual(
          told.ways.map((way) => Math.round(difference(way) * 10) / 10 + 0),
        );
        expect(told.ways.every((way) => way.difference.exact)).toBe(true);
        const exchange = difference({ asked: { is: 'exchange' } });
        expect(told.failed.every((asked) => difference({ asked }) >= Math.min(exchange, MUST / 2) - 1e-6)).toBe(true);
        tested += told.ways.length;
      }),
      { numRuns: 80 },
    );
    expect(tested).toBeGreaterThan(5);
  });

  it('tells who would lose their leader, and what more is asked', () => {
    // One leader with room for one school, wanted by two.
    const instance = smallInstance({ capacity: [9.5, 1], maxSchools: [1, 1] });
    const ground = withTown(instance, 20);
    const told = explained(waysToCover(ground, ground.solution.assignment.indexOf(null)), highs);
    const nameOf = kindName(roundPolicy.support);
    expect(told.need.name).toBe('School 2');
    const texts = told.ways.map((way) => [askedWords(way.asked, nameOf), ...wayWords(way, told)].join(' '));
    expect(texts).toEqual([
      '9.5 days and room for 1 school more of the leader from Home 1 School 2 would have the leader from Home 1. No other pair changes. 1 school more would have a leader: 2 instead of 1. The whole plan would cost exactly 77.5 minutes less.',
      'Nothing more: leaders change places School 2 would have the leader from Home 1. School 1 would lose the leader from Home 1 and have nobody. As many schools have a leader as before: 1. The whole plan would cost exactly 12.5 minutes more.',
    ]);
    expect(told.failed.map(({ is }) => is)).toEqual(['leader']);
    expect(waysWords(told, nameOf)).toContain('Leaving School 2 without a leader weighs 90 minutes in the plan.');
  });
});
