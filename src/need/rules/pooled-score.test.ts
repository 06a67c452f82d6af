import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceBelowLine, type ScoreEstimate, scoreEstimate } from './normal.ts';
import { pooledScore } from './pooled-score.ts';

const drift = fc.double({ min: 0, max: 3, noNaN: true });
const estimate = fc
  .tuple(fc.double({ min: -12, max: 12, noNaN: true }), fc.integer({ min: 5, max: 250 }))
  .map(([value, pupils]) => scoreEstimate(value, pupils, 6));
const years = fc.uniqueArray(fc.record({ year: fc.integer({ min: 2010, max: 2025 }), estimate }), {
  selector: ({ year }) => year,
  minLength: 1,
  maxLength: 5,
});

describe('scores of several years pooled', () => {
  it('are, of one year alone, exactly that year', () => {
    fc.assert(
      fc.property(estimate, drift, (alone, moves) => {
        expect(pooledScore([{ year: 2018, estimate: alone }], moves)).toEqual({
          ...alone,
          years: [2018],
          weights: [1],
        });
      }),
    );
  });

  it('do not depend on the order of years, and lie within the scores they are made of', () => {
    fc.assert(
      fc.property(years, drift, (parts, moves) => {
        const pooled = pooledScore(parts, moves);
        expect(pooledScore(parts.toReversed(), moves)).toEqual(pooled);
        const values = parts.map((part) => part.estimate.value);
        expect(pooled.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(pooled.value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        expect(pooled.interval[0]).toBeLessThanOrEqual(pooled.value);
        expect(pooled.interval[1]).toBeGreaterThanOrEqual(pooled.value);
        expect(pooled.years).toEqual(parts.map(({ year }) => year).toSorted((a, b) => a - b));
      }),
    );
  });

  it('are the sum of the scores, each by its weight, and the weights add up to 1', () => {
    fc.assert(
      fc.property(years, drift, (parts, moves) => {
        const { value, weights } = pooledScore(parts, moves);
        const oldestFirst = parts.toSorted((a, b) => a.year - b.year);
        expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        expect(weights.reduce((sum, one, i) => sum + one * oldestFirst[i]!.estimate.value, 0)).toBeCloseTo(value, 8);
      }),
    );
  });

  it('are surer than the newest year alone, and less so the more schools move', () => {
    fc.assert(
      fc.property(years, fc.double({ min: 0.1, max: 3, noNaN: true }), (parts, moves) => {
        const newest = parts.reduce((late, part) => (part.year > late.year ? part : late));
        const pooled = pooledScore(parts, moves).standardError;
        expect(pooled).toBeLessThanOrEqual(newest.estimate.standardError + 1e-12);
        expect(pooledScore(parts, moves * 2).standardError).toBeGreaterThanOrEqual(pooled - 1e-12);
      }),
    );
  });

  it('give a chance of being below that rises with the line, and falls as any year rises', () => {
    fc.assert(
      fc.property(years, drift, fc.double({ min: -10, max: 10, noNaN: true }), fc.nat(), (parts, moves, line, pick) => {
        const chance = chanceBelowLine(pooledScore(parts, moves), line);
        expect(chanceBelowLine(pooledScore(parts, moves), line + 1)).toBeGreaterThanOrEqual(chance - 1e-7);
        const better = parts.map((part, i) =>
          i === pick % parts.length
            ? { ...part, estimate: { ...part.estimate, value: part.estimate.value + 1 } }
            : part,
        );
        expect(chanceBelowLine(pooledScore(better, moves), line)).toBeLessThanOrEqual(chance + 1e-7);
      }),
    );
  });

  it('without movement are the mean weighed by certainty, whatever the years', () => {
    const [a, b] = [scoreEstimate(-6, 40, 6), scoreEstimate(0, 20, 6)];
    const pooled = pooledScore(
      [
        { year: 2018, estimate: b },
        { year: 2015, estimate: a },
      ],
      0,
    );
    expect(pooled.value).toBeCloseTo(-4, 10);
    expect(pooled.standardError).toBeCloseTo(6 / Math.sqrt(60), 10);
  });

  it('add the movement of every year between: by hand for two years of age two', () => {
    const pooled = pooledScore(
      [
        { year: 2016, estimate: scoreEstimate(-4, 36, 6) },
        { year: 2018, estimate: scoreEstimate(0, 36, 6) },
      ],
      1,
    );
    // The older one's variance is 1 + 2, the newer's 1: weights 1/4 and 3/4.
    expect(pooled.value).toBeCloseTo(-1, 10);
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(3 / 4), 10);
  });

  it('stand on the newer of two that are certain, and refuse none and a drift that is none', () => {
    const parts = [2017, 2018].map((year) => ({ year, estimate: certain(year) }));
    expect(pooledScore(parts, 0)).toMatchObject({ value: 2018, standardError: 0 });
    expect(() => pooledScore([], 1)).toThrow('No year to pool');
    expect(() => pooledScore(parts, -1)).toThrow('-1');
  });
});

function certain(value: number): ScoreEstimate {
  return { value, standardError: 0, interval: [value, value] };
}
