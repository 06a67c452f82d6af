import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn } from '../../../../test/factories/calibration.ts';
import { highestAt } from './golden-section.ts';
import { crossFitted, fitLogistic, logisticChance } from './logistic.ts';
import { chanceScoreBelow, scoreToCome } from './next-score.ts';
import { chancePublishedBelow, lnChanceOfCohort, shareToCome } from './next-share.ts';
import { brierScore, logScore, skill } from './proper-scores.ts';
import { reliability } from './reliability.ts';

describe('the cohort to come', () => {
  const shape = fc.double({ min: 0.5, max: 60, noNaN: true });

  it('does something: the chances of all it can do add up to one', () => {
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 1, max: 120 }), (a, b, pupils) => {
        expect(chancePublishedBelow({ a, b }, pupils, 101)).toBeCloseTo(1, 9);
        expect(chancePublishedBelow({ a, b }, pupils, 0)).toBe(0);
      }),
    );
  });

  it('of two pupils in a country without opinion has none, one or two who succeed, each with a third', () => {
    expect(chancePublishedBelow({ a: 1, b: 1 }, 2, 50)).toBeCloseTo(1 / 3, 10);
    expect(chancePublishedBelow({ a: 1, b: 1 }, 2, 51)).toBeCloseTo(2 / 3, 10);
  });

  it('is below 65% as it is published: 11 of 17 are 64.7%, which is published as 65%', () => {
    const upTo = chancePublishedBelow({ a: 8, b: 4 }, 17, 65);
    expect(upTo).toBeCloseTo(chancePublishedBelow({ a: 8, b: 4 }, 17, 60), 12);
    expect(chancePublishedBelow({ a: 8, b: 4 }, 17, 66)).toBeGreaterThan(upTo);
  });

  it('is likeliest near what is believed', () => {
    const believed = { a: 60, b: 40 };
    const at = (successes: number) => lnChanceOfCohort(believed, { pupils: 20, successes });
    // Without the number of ways a cohort can do it, each more success is likelier by belief alone.
    expect(at(12) - at(11)).toBeCloseTo(Math.log(71 / 48), 8);
  });

  it('is believed the less sure, the longer ago the last one was', () => {
    const parts = [{ year: 2016, share: { pupils: 40, successes: 10 } }];
    const [soon, late] = [2017, 2020].map((year) => shareToCome(parts, { a: 8, b: 4 }, 30, year));
    expect(soon!.a + soon!.b).toBeGreaterThan(late!.a + late!.b);
    expect(soon!.a / (soon!.a + soon!.b)).toBeLessThan(late!.a / (late!.a + late!.b));
  });
});

describe('the score to come', () => {
  const spread = { mean: 0, deviation: 2 };

  it('by hand: a drift that keeps half, an estimate as sure as its worth', () => {
    // What is kept is 1 - 4 / 8 = 1/2; the estimate of 5 is worth 4/5 of itself, 4, of variance 4/5.
    const { mean, variance } = scoreToCome(seen(5), spread, 2, 2017);
    expect(mean).toBeCloseTo(2, 10);
    expect(variance).toBeCloseTo(0.25 * 0.8 + 4 * 0.75, 10);
  });

  it('without any figure is the country, and so it is after a long time', () => {
    expect(scoreToCome([], spread, 1, 2017)).toEqual({ mean: 0, variance: 4 });
    expect(scoreToCome(seen(9), spread, 2, 2060).mean).toBeCloseTo(0, 8);
  });

  it('has a chance of being below that rises with the line', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), fc.integer({ min: -8, max: 7 }), (value, line) => {
        const belief = scoreToCome(seen(value), spread, 1.5, 2017);
        const chance = chanceScoreBelow(belief, 1, line, 1);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chanceScoreBelow(belief, 1, line + 1, 1)).toBeGreaterThanOrEqual(chance - 1e-7);
      }),
    );
  });
});

describe('the scores of what was told', () => {
  const told = [
    { chance: 0.8, came: true },
    { chance: 0.4, came: false },
  ];

  it('are the textbook ones', () => {
    expect(brierScore(told)).toBeCloseTo((0.04 + 0.16) / 2, 12);
    expect(logScore(told)).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, 12);
    expect(skill(0.1, 0.2)).toBe(0.5);
    expect(skill(0.1, 0)).toBeNull();
  });

  it('give none to whoever called impossible what came', () => {
    expect(logScore([...told, { chance: 0, came: true }])).toBeNull();
  });

  it('are best for whoever tells the share that comes', () => {
    const came = Array.from({ length: 100 }, (_, i) => i < 30);
    const all = (chance: number) => brierScore(came.map((one) => ({ chance, came: one })));
    expect(highestAt((chance) => -all(chance), 0, 1, 1e-6)).toBeCloseTo(0.3, 4);
  });

  it('are put in stretches that lose no case, with a range that holds the share that came', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ chance: fc.double({ min: 0, max: 1, noNaN: true }), came: fc.boolean() }), {
          minLength: 1,
        }),
        (cases) => {
          const bins = reliability(cases);
          expect(bins.reduce((sum, bin) => sum + bin.cases, 0)).toBe(cases.length);
          for (const { from, to, told: mean, came, interval } of bins) {
            expect(mean).toBeGreaterThanOrEqual(from - 1e-9);
            expect(mean).toBeLessThanOrEqual(to + 1e-9);
            expect(interval[0]).toBeLessThanOrEqual(came);
            expect(interval[1]).toBeGreaterThanOrEqual(came);
          }
        },
      ),
    );
  });
});

describe('the curve through the bare figure', () => {
  it('finds the curve that made the cases', () => {
    const draw = drawn(3);
    const cases = Array.from({ length: 20_000 }, () => {
      const figure = draw() * 100;
      return { figure, yes: draw() < logisticChance({ from: 6, slope: -0.1 }, figure) };
    });
    const { from, slope } = fitLogistic(cases);
    expect(from).toBeCloseTo(6, 0);
    expect(slope).toBeCloseTo(-0.1, 2);
  });

  it('never sees what it is to tell', () => {
    const cases = Array.from({ length: 50 }, (_, i) => ({ urn: i, figure: i % 7, yes: i % 3 === 0 }));
    const changed = cases.map((one) => (one.urn === 10 ? { ...one, yes: !one.yes } : one));
    expect(crossFitted(changed)[10]).toBe(crossFitted(cases)[10]);
    expect(crossFitted(changed)[11]).not.toBe(crossFitted(cases)[11]);
  });
});

function seen(value: number) {
  return [{ year: 2016, estimate: { value, standardError: 1 } }];
}
