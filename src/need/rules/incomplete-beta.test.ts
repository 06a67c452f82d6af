import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, lnGamma, regularisedIncompleteBeta } from './incomplete-beta.ts';

const shape = fc.double({ min: 0.5, max: 400, noNaN: true });
const share = fc.integer({ min: 0, max: 10_000 }).map((part) => part / 10_000);

describe('lnGamma', () => {
  it('knows factorials and the root of pi', () => {
    expect(lnGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(lnGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });
});

describe('regularisedIncompleteBeta', () => {
  // Integer shapes by the binomial sum (DLMF 8.17.5), the arcsine law for halves, powers where one shape is 1.
  it.each([
    [0.5, 2, 3, 0.6875],
    [0.3, 1, 1, 0.3],
    [0.2, 1, 5, 1 - 0.8 ** 5],
    [0.9, 7, 1, 0.9 ** 7],
    [0.25, 0.5, 0.5, 1 / 3],
    [0.4, 10, 12, 0.308558188],
  ])('at x = %d with shapes %d and %d is %d', (x, a, b, expected) => {
    expect(regularisedIncompleteBeta(x, a, b)).toBeCloseTo(expected, 7);
  });

  it('agrees with the binomial sum for whole shapes', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (x, a, b) => {
        expect(regularisedIncompleteBeta(x, a, b)).toBeCloseTo(binomialTail(x, a, a + b - 1), 9);
      }),
    );
  });

  it('is a probability, rises with x, and mirrors itself', () => {
    fc.assert(
      fc.property(share, share, shape, shape, (x, y, a, b) => {
        const [low, high] = [Math.min(x, y), Math.max(x, y)];
        const below = regularisedIncompleteBeta(low, a, b);
        expect(below).toBeGreaterThanOrEqual(0);
        expect(below).toBeLessThanOrEqual(1);
        expect(regularisedIncompleteBeta(high, a, b)).toBeGreaterThanOrEqual(below - 1e-12);
        expect(regularisedIncompleteBeta(x, a, b) + regularisedIncompleteBeta(1 - x, b, a)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('betaQuantile', () => {
  // The same values by another hand: scipy.stats.beta.ppf.
  it.each([
    [0.025, 8.5, 4.3, 0.39612519016402875],
    [0.975, 26.4, 9.1, 0.8710282692240544],
    [0.025, 0.5, 0.5, 0.001541333133436012],
    [0.5, 120.25, 80.75, 0.5985852378977878],
    [0.99, 1.5, 300, 0.01871506037439522],
    [0.975, 398.03722416862803, 1.250602750186904, 0.9998507965730592],
  ])('under which %d lies, with shapes %d and %d, is %d', (p, a, b, expected) => {
    expect(Math.abs(betaQuantile(p, a, b) - expected)).toBeLessThan(1e-12);
  });

  it('undoes regularisedIncompleteBeta', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), shape, shape, (p, a, b) => {
        expect(regularisedIncompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 9);
      }),
    );
  });
});

/** Chance of at least `least` successes in `trials`, each with chance p: DLMF 8.17.5. */
function binomialTail(p: number, least: number, trials: number): number {
  let sum = 0;
  let ways = 1;
  for (let k = 0; k <= trials; k += 1) {
    if (k > 0) ways = (ways * (trials - k + 1)) / k;
    if (k >= least) sum += ways * p ** k * (1 - p) ** (trials - k);
  }
  return sum;
}
