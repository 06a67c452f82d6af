import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BetaPrior, posterior, type Share } from './beta-binomial.ts';
import { gapOfShares } from './gap.ts';
import { regularisedIncompleteBeta } from './incomplete-beta.ts';

const priors = { disadvantaged: { a: 6, b: 5.6 }, other: { a: 9, b: 4 } };
const cohort = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([pupils, part]): Share => ({ pupils, successes: Math.floor(part * pupils) }));

describe('the gap between disadvantaged pupils and others', () => {
  it('agrees with the exact integral to half a percentage point of chance', () => {
    for (const disadvantaged of [share(3, 3), share(6, 1), share(12, 5), share(60, 20)]) {
      for (const other of [share(4, 4), share(15, 15), share(25, 14), share(120, 90)]) {
        const { chanceOver } = gapOfShares(disadvantaged, other, priors);
        for (const line of [-20, 0, 10, 25, 50]) {
          const exact = integral(
            posterior(priors.disadvantaged, disadvantaged),
            posterior(priors.other, other),
            line / 100,
          );
          expect(Math.abs(chanceOver(line) - exact)).toBeLessThan(0.005);
        }
      }
    }
  });

  it('has a range that holds it, of 95% chance, and a chance that falls as the line rises', () => {
    fc.assert(
      fc.property(cohort(60), cohort(120), fc.integer({ min: -100, max: 99 }), (disadvantaged, other, line) => {
        const { gap, interval, chanceOver } = gapOfShares(disadvantaged, other, priors);
        expect(interval[0]).toBeLessThan(gap);
        expect(interval[1]).toBeGreaterThan(gap);
        expect(chanceOver(interval[0]) - chanceOver(interval[1])).toBeCloseTo(0.95, 3);
        expect(chanceOver(line + 1)).toBeLessThanOrEqual(chanceOver(line) + 1e-12);
        expect(chanceOver(line)).toBeGreaterThanOrEqual(0);
        expect(chanceOver(line)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('widens when others do better, narrows when disadvantaged pupils do', () => {
    fc.assert(
      fc.property(cohort(60), cohort(120), (disadvantaged, other) => {
        const { chanceOver } = gapOfShares(disadvantaged, other, priors);
        const wider = gapOfShares(disadvantaged, oneBetter(other), priors);
        expect(wider.chanceOver(10)).toBeGreaterThanOrEqual(chanceOver(10) - 0.002);
        const narrower = gapOfShares(oneBetter(disadvantaged), other, priors);
        expect(narrower.chanceOver(10)).toBeLessThanOrEqual(chanceOver(10) + 0.002);
      }),
    );
  });

  it('is less sure of few pupils than of many', () => {
    for (let times = 1; times < 20; times += 1) expect(width(times + 1)).toBeLessThan(width(times));
  });
});

function width(times: number): number {
  const [low, high] = gapOfShares(share(4 * times, 2 * times), share(10 * times, 7 * times), priors).interval;
  return high - low;
}

function oneBetter({ pupils, successes }: Share): Share {
  return share(pupils, Math.min(pupils, successes + 1));
}

function share(pupils: number, successes: number): Share {
  return { pupils, successes };
}

/** Chance that the one less the other is more than the line, in 4,000 exact steps. */
function integral(of: BetaPrior, from: BetaPrior, line: number): number {
  const steps = 4000;
  let over = 0;
  let below = 0;
  for (let i = 0; i < steps; i += 1) {
    const upTo = regularisedIncompleteBeta((i + 1) / steps, of.a, of.b);
    over += (upTo - below) * (1 - regularisedIncompleteBeta((i + 0.5) / steps + line, from.a, from.b));
    below = upTo;
  }
  return over;
}
