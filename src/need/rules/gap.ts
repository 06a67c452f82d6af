import { type BetaPrior, posterior, type Share } from './beta-binomial.ts';
import { Z95 } from './normal.ts';

/** How the true shares of disadvantaged pupils and of other pupils vary over the country's schools. */
export interface GapPriors {
  disadvantaged: BetaPrior;
  other: BetaPrior;
}

/** How far disadvantaged pupils are behind the others of their school, in percentage points: below 0 they are ahead. */
export interface Gap {
  /** The expected gap. */
  gap: number;
  /** Holds the true gap with 95% chance. */
  interval: [low: number, high: number];
  /** Chance, 0 to 1, that the true gap is more than the line (percentage points). */
  chanceOver: (line: number) => number;
}

/**
 * The gap between the true share of disadvantaged pupils and that of other pupils who reached a standard. Each share is a
 * beta distribution, the prior and the pupils added up; the two groups are different pupils, so their luck is independent.
 * The chance that their difference is under a value is summed over the one on a grid, with the other's chance at each of
 * its steps: within half a percentage point of the exact integral (see the test).
 */
export function gapOfShares(disadvantaged: Share, other: Share, priors: GapPriors): Gap {
  const of = onGrid(posterior(priors.disadvantaged, disadvantaged));
  const from = onGrid(posterior(priors.other, other));
  const [mean, spread] = [from.mean - of.mean, Math.hypot(of.spread, from.spread)];
  return {
    gap: mean * 100,
    interval: [
      100 * quantile(of, from, 0.025, mean - Z95 * spread),
      100 * quantile(of, from, 0.975, mean + Z95 * spread),
    ],
    chanceOver: (line) => 1 - Math.min(1, under(of, from, line / 100).chance),
  };
}

const STEPS = 64;
/** So many standard deviations either side of the mean hold all but a few millionths of a beta distribution with a single peak. */
const REACH = 6;

/** A beta distribution cut into steps of equal width, each with its chance, and the chance up to the end of each. */
interface Grid {
  mean: number;
  /** Standard deviation. */
  spread: number;
  low: number;
  step: number;
  weights: Float64Array;
  upTo: Float64Array;
}

function onGrid({ a, b }: BetaPrior): Grid {
  const mean = a / (a + b);
  const spread = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
  const low = Math.max(0, mean - REACH * spread);
  const step = (Math.min(1, mean + REACH * spread) - low) / STEPS;
  const weights = new Float64Array(STEPS);
  // Set against the density at the mean, which keeps the numbers in range; they are made to add up to 1 below.
  const atMean = (a - 1) * Math.log(mean) + (b - 1) * Math.log1p(-mean);
  let total = 0;
  for (let i = 0; i < STEPS; i += 1) {
    const x = low + (i + 0.5) * step;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - atMean);
    weights[i] = density;
    total += density;
  }
  const upTo = new Float64Array(STEPS);
  let sum = 0;
  for (let i = 0; i < STEPS; i += 1) {
    weights[i] = (weights[i] ?? 0) / total;
    sum += weights[i] ?? 0;
    upTo[i] = sum;
  }
  return { mean, spread, low, step, weights, upTo };
}

/** Chance that the one less the other is at most `gap`, and how fast it rises there. */
function under(of: Grid, from: Grid, gap: number): { chance: number; density: number } {
  let chance = 0;
  let density = 0;
  for (let i = 0; i < STEPS; i += 1) {
    const weight = of.weights[i] ?? 0;
    const steps = (of.low + (i + 0.5) * of.step + gap - from.low) / from.step;
    if (steps >= STEPS) chance += weight;
    else if (steps > 0) {
      const whole = Math.floor(steps);
      const here = from.weights[whole] ?? 0;
      chance += weight * ((from.upTo[whole] ?? 1) - here * (whole + 1 - steps));
      density += weight * here;
    }
  }
  return { chance, density: density / from.step };
}

// Newton's method from the normal distribution's answer, kept inside a shrinking bracket.
function quantile(of: Grid, from: Grid, p: number, start: number): number {
  let [low, high] = [-1, 1];
  let gap = Math.min(high, Math.max(low, start));
  for (let step = 0; step < 40; step += 1) {
    const at = under(of, from, gap);
    if (at.chance > p) high = gap;
    else low = gap;
    const newton = gap - (at.chance - p) / at.density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - gap) < 1e-5) return next;
    gap = next;
  }
  return gap;
}
