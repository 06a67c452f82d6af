import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceShareBelow, fitBetaPrior, posterior, type Share, shareInterval } from './beta-binomial.ts';
import { betaQuantile } from './incomplete-beta.ts';

const flat = { a: 1, b: 1 };
const prior = fc.record({
  a: fc.double({ min: 0.5, max: 50, noNaN: true }),
  b: fc.double({ min: 0.5, max: 50, noNaN: true }),
});
const cohort = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([pupils, part]): Share => ({ pupils, successes: Math.floor(part * pupils) }));

describe('chance of truly being below a line', () => {
  it('is the textbook value without prior opinion: 7 of 10 leaves a chance of 11.3% below a half', () => {
    // The posterior is beta(8, 4): chance below 1/2 is the chance of 8 or more heads in 11 throws, 232 / 2048.
    expect(chanceShareBelow(flat, { pupils: 10, successes: 7 }, 0.5)).toBeCloseTo(232 / 2048, 10);
  });

  it('is a probability, and falls as more pupils succeed', () => {
    fc.assert(
      fc.property(prior, cohort, fc.double({ min: 0, max: 1, noNaN: true }), (fitted, share, line) => {
        const chance = chanceShareBelow(fitted, share, line);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        if (share.successes === share.pupils) return;
        const better = chanceShareBelow(fitted, { ...share, successes: share.successes + 1 }, line);
        expect(better).toBeLessThanOrEqual(chance + 1e-12);
      }),
    );
  });

  it('is less certain of a small cohort than of a large one with the same share', () => {
    const national = { a: 8.5, b: 4.3 };
    const small = chanceShareBelow(national, { pupils: 10, successes: 5 }, 0.65);
    const large = chanceShareBelow(national, { pupils: 100, successes: 50 }, 0.65);
    expect(small).toBeLessThan(0.85);
    expect(large).toBeGreaterThan(0.99);
  });
});

describe('range of a share', () => {
  it('holds the posterior mean, lies in 0 to 1, and narrows with more pupils', () => {
    fc.assert(
      fc.property(prior, cohort, (fitted, share) => {
        const [low, high] = shareInterval(fitted, share);
        const { a, b } = posterior(fitted, share);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThan(high);
        expect(low).toBeLessThan(a / (a + b));
        expect(high).toBeGreaterThan(a / (a + b));
      }),
    );
    const narrow = shareInterval(flat, { pupils: 100, successes: 60 });
    const wide = shareInterval(flat, { pupils: 10, successes: 6 });
    expect(narrow[1] - narrow[0]).toBeLessThan(wide[1] - wide[0]);
  });
});

describe('fitted prior', () => {
  it('finds the spread that made the schools', () => {
    const fitted = fitBetaPrior(schoolsFrom(8, 4, [12, 25, 30, 60, 90]));
    expect(fitted).not.toBeNull();
    expect(fitted!.a / (fitted!.a + fitted!.b)).toBeCloseTo(8 / 12, 1);
    expect(fitted!.a + fitted!.b).toBeGreaterThan(9.5);
    expect(fitted!.a + fitted!.b).toBeLessThan(14.5);
  });

  it('says nothing from too few schools, or from shares that differ by no more than chance', () => {
    expect(fitBetaPrior(schoolsFrom(8, 4, [30]).slice(0, 29))).toBeNull();
    expect(fitBetaPrior(Array.from({ length: 100 }, () => ({ pupils: 30, successes: 15 })))).toBeNull();
  });

  it('passes over schools without pupils', () => {
    const schools = schoolsFrom(8, 4, [30]);
    expect(fitBetaPrior([...schools, { pupils: 0, successes: 0 }])).toEqual(fitBetaPrior(schools));
  });
});

// True shares laid evenly along the quantiles of beta(8, 4), each seen through a cohort that is just as expected:
// the fit should take them for what they are, whatever the size of cohorts.
function schoolsFrom(a: number, b: number, sizes: readonly number[]): Share[] {
  return Array.from({ length: 2000 }, (_, i) => {
    const pupils = sizes[i % sizes.length] ?? 30;
    const truth = betaQuantile((i + 0.5) / 2000, a, b);
    // A spread of binomial outcomes without chance: the k-th of seven equal parts of the binomial.
    return { pupils, successes: binomialQuantile(((i * 7919) % 97) / 97 + 0.5 / 97, pupils, truth) };
  });
}

function binomialQuantile(p: number, trials: number, chance: number): number {
  let density = (1 - chance) ** trials;
  let below = density;
  let k = 0;
  while (below < p && k < trials) {
    k += 1;
    density *= ((trials - k + 1) / k) * (chance / (1 - chance));
    below += density;
  }
  return k;
}
