import { type ScoreEstimate, Z95 } from './normal.ts';

/** The estimate of one year, by the year's start: 2018 is 2018-19. */
export interface YearScore {
  year: number;
  estimate: ScoreEstimate;
}

/**
 * A school's true score in the newest of the years, from the estimates of all of them: each older year counts by its own
 * uncertainty and by how far a school's true score may have moved since. `drift` is the standard deviation of that movement
 * from one year to the next, in the unit of the score; over g years it is drift times the root of g. One year alone stays
 * exactly as it is. Years may come in any order; `years` says which were used, oldest first, and `weights` what share of the pooled
 * score each estimate makes up, oldest first, adding up to 1. Throws when there is none, or the drift is less than nought.
 * Source: the local level model, a random walk seen with error, filtered by Kalman's recursion with no opinion before the
 * first year (J. Durbin and S. J. Koopman, "Time series analysis by state space methods", chapter 2).
 */
export function pooledScore(
  parts: readonly YearScore[],
  drift: number,
): ScoreEstimate & { years: number[]; weights: number[] } {
  if (!(drift >= 0)) throw new Error(`A drift must be nought or more, and it is ${drift}`);
  // By score too, so that two estimates of one year round alike whatever the order given.
  const ordered = parts.toSorted((x, y) => x.year - y.year || x.estimate.value - y.estimate.value);
  const [first, ...later] = ordered;
  if (first === undefined) throw new Error('No year to pool: give the estimate of at least one');
  const years = [...new Set(ordered.map(({ year }) => year))];
  if (later.length === 0) return { ...first.estimate, years, weights: [1] };
  let { value } = first.estimate;
  let variance = first.estimate.standardError ** 2;
  let year = first.year;
  let weights = [1];
  for (const part of later) {
    variance += drift ** 2 * (part.year - year);
    const own = part.estimate.standardError ** 2;
    // Two that are certain: the newer stands.
    const gain = variance + own === 0 ? 1 : variance / (variance + own);
    value += gain * (part.estimate.value - value);
    variance *= 1 - gain;
    weights = [...weights.map((weight) => weight * (1 - gain)), gain];
    year = part.year;
  }
  const standardError = Math.sqrt(variance);
  return { value, standardError, interval: [value - Z95 * standardError, value + Z95 * standardError], years, weights };
}
