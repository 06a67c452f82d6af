import fc from 'fast-check';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { explained, groundOf } from '../../../../test/factories/explained.ts';
import { leastCost } from '../../../../test/factories/brute-force.ts';
import { anyInstance, loadHighs } from '../../../../test/factories/instance.ts';
import { buildInstance, type Instance } from '../instance.ts';
import { coverBounds } from './bounds.ts';
import { type WhyNot, whyNot } from './why-not.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** The least that a plan with a pair costs, by trying every plan; null when none has it. */
function leastWith(instance: Instance, school: number, leader: number): number | null {
  const kept = Array.from(instance.pairLeader, (_, k) => k).filter(
    (k) => instance.pairSchool[k] !== school || instance.pairLeader[k] === leader,
  );
  const must = 1e6;
  const least = leastCost(
    buildInstance({
      ...instance,
      penalty: Array.from(instance.penalty, (penalty, j) => (j === school ? must : penalty)),
      pairLeader: kept.map((k) => instance.pairLeader[k]!),
      pairSchool: kept.map((k) => instance.pairSchool[k]!),
      pairCost: kept.map((k) => instance.pairCost[k]!),
    }),
  );
  return least >= must ? null : least;
}

/** What of a "why not" trying every plan can tell: its cost, and whether the pair is possible at all. */
function told(answer: WhyNot): { cost: number; exact: boolean } | null {
  if (answer.is === 'impossible') return null;
  return answer.is === 'chosen' ? { cost: 0, exact: true } : { cost: answer.cost.least, exact: answer.cost.exact };
}

const anyPair = anyInstance
  .filter(({ pairLeader }) => pairLeader.length > 0)
  .chain((instance) =>
    fc.nat({ max: instance.pairLeader.length - 1 }).map((pair) => ({
      instance,
      school: instance.pairSchool[pair]!,
      leader: instance.pairLeader[pair]!,
    })),
  );

describe('whyNot', () => {
  it('costs exactly what trying every plan says, and the bounds of the prices hold it', () => {
    fc.assert(
      fc.property(anyPair, ({ instance, school, leader }) => {
        const ground = groundOf(instance, highs);
        const answer = explained(whyNot(ground, school, ground.problem.leaders[leader]!), highs);
        const least = leastWith(instance, school, leader);
        const cost = least === null ? null : Math.round((least - leastCost(instance)) * 10) / 10;
        expect(told(answer)).toEqual(cost === null ? null : { cost: cost + 0, exact: true });
        const bounds = coverBounds(instance, ground.solution, school).leaders.find((one) => one.leader === leader);
        expect(bounds === undefined).toBe(cost === null);
        expect(bounds?.range.least ?? 0).toBeLessThanOrEqual(cost ?? 0);
        expect(bounds?.range.most ?? 0).toBeGreaterThanOrEqual(cost ?? 0);
      }),
      { numRuns: 150 },
    );
  });
});
