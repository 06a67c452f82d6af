import { normalCdf } from '../normal.ts';

/** A mean score and its standard error. */
export interface Measured {
  value: number;
  standardError: number;
}

/** The score of one year, by the year's start. */
export interface YearMeasured {
  year: number;
  estimate: Measured;
}

/** How schools' true scores lie over the country: their mean, and their standard deviation without the luck of cohorts. */
export interface ScoreSpread {
  mean: number;
  deviation: number;
}

/** What is believed of a true score: a normal distribution. */
export interface Belief {
  mean: number;
  variance: number;
}

/**
 * The country's spread from the schools' estimates, by the method of moments: the variance of scores less the mean variance
 * of their errors. Null from fewer than 30 schools, or when scores vary no more than luck would make them.
 */
export function scoreSpread(estimates: readonly Measured[]): ScoreSpread | null {
  if (estimates.length < 30) return null;
  const mean = estimates.reduce((sum, { value }) => sum + value, 0) / estimates.length;
  const variance =
    estimates.reduce((sum, { value, standardError }) => sum + (value - mean) ** 2 - standardError ** 2, 0) /
    estimates.length;
  return variance > 0 ? { mean, deviation: Math.sqrt(variance) } : null;
}

/**
 * What is believed of a school's true score in a later year, from earlier ones. True scores move by `drift` a year and are
 * drawn back to the country's mean by so much that the country's spread stays what it is, which is what they are seen to do.
 * Source: a stationary autoregression seen with error, filtered by Kalman's recursion (J. Durbin and S. J. Koopman, "Time
 * series analysis by state space methods", chapter 2); what is kept a year is 1 - drift^2 / (2 deviation^2).
 */
export function scoreToCome(parts: readonly YearMeasured[], spread: ScoreSpread, drift: number, year: number): Belief {
  const kept = Math.max(0, 1 - drift ** 2 / (2 * spread.deviation ** 2));
  const country = spread.deviation ** 2;
  const ordered = parts.toSorted((x, y) => x.year - y.year);
  let [mean, variance, at] = [spread.mean, country, ordered[0]?.year ?? year];
  for (const part of ordered) {
    const left = kept ** (part.year - at);
    const moved = left ** 2 * variance + country * (1 - left ** 2);
    const before = spread.mean + left * (mean - spread.mean);
    const gain = moved / (moved + part.estimate.standardError ** 2);
    mean = before + gain * (part.estimate.value - before);
    variance = moved * (1 - gain);
    at = part.year;
  }
  const left = kept ** (year - at);
  return {
    mean: spread.mean + left * (mean - spread.mean),
    variance: left ** 2 * variance + country * (1 - left ** 2),
  };
}

/** Natural logarithm of how likely an estimate is under a belief, up to a constant. */
export function lnLikelihood({ mean, variance }: Belief, { value, standardError }: Measured): number {
  const all = variance + standardError ** 2;
  return -(Math.log(all) + (value - mean) ** 2 / all) / 2;
}

/** Chance that the score published of a cohort is below the line, when scores are rounded to so many decimals. */
export function chanceScoreBelow(
  { mean, variance }: Belief,
  standardError: number,
  line: number,
  decimals: number,
): number {
  return normalCdf((line - 0.5 / 10 ** decimals - mean) / Math.sqrt(variance + standardError ** 2));
}
