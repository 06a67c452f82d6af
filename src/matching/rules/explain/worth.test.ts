import fc from 'fast-check';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { explained, groundOf, pairingOf } from '../../../../test/factories/explained.ts';
import { leastCost } from '../../../../test/factories/brute-force.ts';
import { anyInstance, loadHighs, smallInstance } from '../../../../test/factories/instance.ts';
import { roundPolicy } from '../../../../test/factories/matching.ts';
import type { Instance } from '../instance.ts';
import { changed } from './change.ts';
import type { Ground } from './ground.ts';
import { imagined } from './imagined.ts';
import { kindName } from './kind-words.ts';
import { worth } from './worth.ts';
import { kindWords, worthWords } from './worth-words.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const FARTOWN = { name: 'Fartown', easting: 500_000, northing: 260_000, schools: { primary: 1, secondary: 0 } };
const nameOf = kindName(roundPolicy.support);

function withFartown(instance: Instance, cost: number): Ground {
  const ground = groundOf(instance, highs);
  const pairOf: Ground['pairOf'] = (need, leader, policy) =>
    leader.school.urn === 0 ? { ok: true, pairing: pairingOf(cost) } : ground.pairOf(need, leader, policy);
  return { ...ground, pairOf, towns: [FARTOWN] };
}

describe('worth', () => {
  it('promises no less than one leader more is worth, and tests exactly what trying every plan says', () => {
    let tested = 0;
    fc.assert(
      fc.property(anyInstance, fc.integer({ min: 0, max: 40 }), (instance, cost) => {
        const ground = withFartown(instance, cost);
        const [kind] = explained(worth(ground), highs).kinds;
        const one = kind === undefined ? null : imagined(ground, kind.kind, FARTOWN);
        if (one === null) return;
        const saving = (leaders: number) =>
          leastCost(instance) -
          leastCost(changed(instance, { leaders: Array.from({ length: leaders }, () => one.asNew) }));
        expect(kind!.places[0]!.atMost).toBeGreaterThanOrEqual(saving(1) - 0.05);
        expect(kind!.tested.map((found) => found.saving.least)).toEqual(
          kind!.tested.map((found) => Math.round(saving(found.leaders) * 10) / 10 + 0),
        );
        tested += kind!.tested.length;
      }),
      { numRuns: 80 },
    );
    expect(tested).toBeGreaterThan(5);
  });

  it('says what one and two more would cover, where', () => {
    // Nobody has a day: every school is left, and one leader more is of use for as many as there is time.
    const idle = smallInstance({
      capacity: [9.5, 9.5],
      maxSchools: [1, 1],
      pairLeader: [0],
      pairSchool: [0],
      pairCost: [10],
    });
    const told = explained(worth(withFartown(idle, 20)), highs);
    expect(worthWords(told, nameOf)).toBe(
      '2 needs have no leader in this plan. What would help most of all that was tested: two more primary heads in or near Fartown, worth 2 schools.',
    );
    expect(kindWords(told.kinds[0]!, nameOf)).toEqual([
      '2 of the 3 schools that need a primary head have none.',
      'One more primary head in or near Fartown, to the north, would be worth 1 school: 2 with a leader instead of 1; the plan would cost exactly 70 minutes less, with 1 pair changed.',
      'Two more primary heads in or near Fartown, to the north, would be worth 2 schools: 3 with a leader instead of 1; the plan would cost exactly 130 minutes less, with 2 pairs changed.',
    ]);
  });

  it('says so when nothing would better the plan', () => {
    const roomy = smallInstance({ capacity: [40, 40], maxSchools: [3, 3] });
    const told = explained(worth(withFartown(roomy, 90)), highs);
    expect(worthWords(told, nameOf)).toBe('Every need has a leader in this plan. No leader more would better it.');
  });
});
