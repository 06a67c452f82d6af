import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceShareBelow, posterior, type Share, shareInterval } from './beta-binomial.ts';
import { atLevelOf, pooledEvidence, pooledShare } from './pooled-share.ts';

const national = { a: 8.5, b: 4.3 };
const prior = fc.record({
  a: fc.double({ min: 0.5, max: 50, noNaN: true }),
  b: fc.double({ min: 0.5, max: 50, noNaN: true }),
});
const drift = fc.double({ min: 1, max: 500, noNaN: true });
const line = fc.double({ min: 0, max: 1, noNaN: true });
const cohort = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([pupils, part]): Share => ({ pupils, successes: Math.floor(part * pupils) }));
const years = fc.uniqueArray(fc.record({ year: fc.integer({ min: 2010, max: 2025 }), share: cohort }), {
  selector: ({ year }) => year,
  minLength: 1,
  maxLength: 5,
});

describe('shares of several years pooled', () => {
  it('are, of one year alone, exactly what that year gives unpooled', () => {
    fc.assert(
      fc.property(prior, cohort, drift, line, (fitted, share, moves, at) => {
        const pooled = pooledShare([{ year: 2017, share }], fitted, moves);
        const { a, b } = posterior(fitted, share);
        expect(pooled.mean).toBe(a / (a + b));
        expect(pooled.interval).toEqual(shareInterval(fitted, share));
        expect(pooled.chanceBelow(at)).toBe(chanceShareBelow(fitted, share, at));
        expect(pooled.pupils).toBe(share.pupils);
      }),
    );
  });

  it('do not depend on the order of years', () => {
    fc.assert(
      fc.property(years, drift, (parts, moves) => {
        expect(pooledEvidence(parts.toReversed(), moves)).toEqual(pooledEvidence(parts, moves));
      }),
    );
  });

  it('have a range that holds the mean and lies in 0 to 1, and a chance that rises with the line', () => {
    fc.assert(
      fc.property(years, prior, drift, line, line, (parts, fitted, moves, x, y) => {
        const pooled = pooledShare(parts, fitted, moves);
        const [low, high] = pooled.interval;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThan(pooled.mean);
        expect(high).toBeGreaterThan(pooled.mean);
        const [lower, higher] = [Math.min(x, y), Math.max(x, y)];
        expect(pooled.chanceBelow(higher)).toBeGreaterThanOrEqual(pooled.chanceBelow(lower) - 1e-12);
      }),
    );
  });

  it('count older pupils for as much as a moving school leaves of them: by hand', () => {
    const [old, now] = [
      { year: 2015, share: { pupils: 30, successes: 10 } },
      { year: 2017, share: { pupils: 30, successes: 24 } },
    ];
    // Two years at a drift worth 20 pupils: 1 / (1/30 + 2/20) is 7.5 pupils, a quarter of 30.
    const pooled = pooledEvidence([old, now], 20);
    expect(pooled.pupils).toBeCloseTo(37.5, 10);
    expect(pooled.successes).toBeCloseTo(26.5, 10);
    expect(pooled.weights.map(({ year }) => year)).toEqual([2015, 2017]);
    expect(pooled.weights[0]!.weight).toBeCloseTo(0.2, 10);
    expect(pooled.weights[1]!.weight).toBeCloseTo(0.8, 10);
  });

  it('never count all older pupils for more than the drift, however many there are', () => {
    const now = { year: 2017, share: { pupils: 20, successes: 10 } };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), drift, (pupils, moves) => {
        const old = [2014, 2015, 2016].map((year) => ({ year, share: { pupils, successes: pupils / 2 } }));
        expect(pooledEvidence([...old, now], moves).pupils - 20).toBeLessThan(Math.min(3 * pupils, moves) + 1e-9);
      }),
    );
  });

  it('narrow with more pupils and with more years of the same share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4 }), (tens, count) => {
        expect(width(tens * 10 + 10, count)).toBeLessThan(width(tens * 10, count));
        expect(width(tens * 10, count + 1)).toBeLessThan(width(tens * 10, count));
      }),
    );
  });

  it('refuse no years, and a drift of less than a pupil', () => {
    expect(() => pooledShare([], national, 25)).toThrow('No year to pool');
    expect(() => pooledShare([{ year: 2017, share: { pupils: 1, successes: 1 } }], national, 0.4)).toThrow('0.4');
  });
});

describe('a share brought to the level of another year', () => {
  const [then, now] = [
    { a: 5.3, b: 4.7 },
    { a: 6.4, b: 3.6 },
  ];

  it('is the later mean where it was the earlier one, and stays at none and at all', () => {
    expect(atLevelOf({ pupils: 100, successes: 53 }, then, now).successes).toBeCloseTo(64, 10);
    expect(atLevelOf({ pupils: 20, successes: 0 }, then, now)).toEqual({ pupils: 20, successes: 0 });
    expect(atLevelOf({ pupils: 20, successes: 20 }, then, now)).toEqual({ pupils: 20, successes: 20 });
    expect(atLevelOf({ pupils: 0, successes: 0 }, then, now)).toEqual({ pupils: 0, successes: 0 });
  });

  it('keeps schools in their order', () => {
    fc.assert(
      fc.property(prior, prior, fc.integer({ min: 0, max: 39 }), (from, to, successes) => {
        const [less, more] = [successes, successes + 1].map((s) => atLevelOf({ pupils: 40, successes: s }, from, to));
        expect(less!.successes).toBeLessThan(more!.successes);
      }),
    );
  });
});

function width(pupils: number, count: number): number {
  const parts = Array.from({ length: count }, (_, i) => ({
    year: 2017 - i,
    share: { pupils, successes: pupils * 0.6 },
  }));
  const [low, high] = pooledShare(parts, national, 25).interval;
  return high - low;
}
