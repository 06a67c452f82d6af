import { type BetaPrior, posterior, type Share } from './beta-binomial.ts';
import { betaQuantile, regularisedIncompleteBeta } from './incomplete-beta.ts';

/** The pupils of one year, by the year's start: 2017 is 2017-18. */
export interface YearShare {
  year: number;
  share: Share;
}

/** The pupils of several years as if they were of the newest: older ones count for less, so that they need not be whole. */
export interface PooledEvidence extends Share {
  /** What part each year has in it, 0 to 1, oldest first. */
  weights: { year: number; weight: number }[];
}

/** What is believed of a school's true share from the pupils of one or more years. All shares are 0 to 1. */
export interface PooledShare {
  mean: number;
  /** Holds the true share with 95% chance. */
  interval: [low: number, high: number];
  /** Chance, 0 to 1, that the true share is below the line (0 to 1). */
  chanceBelow: (line: number) => number;
  /** Pupils of all the years together, each counted in full. */
  pupils: number;
  weights: PooledEvidence['weights'];
}

/**
 * The pupils of several years put together. Those of the newest year count in full. Older ones count for less, for a school
 * changes: from one year to the next its true share moves about as far as the luck of a cohort of `driftPupils` moves a
 * published share, so that evidence worth e pupils is worth 1 / (1/e + g/driftPupils) when it is g years older. A small
 * school keeps most of what an earlier year tells; a large one, which tells enough by itself, little. Each year is added to
 * what is left of those before it. One year alone stays exactly as it is. Years may come in any order. Throws when there is
 * none, or when the drift is worth less than one pupil.
 * Source: the local level model (see `pooledScore`) for shares: variances of p (1 - p) / pupils add up. By likelihood it
 * does better on England's schools than the power discount of J. Q. Smith (Journal of the Royal Statistical Society B 41,
 * 1979), by which every year keeps the same part of itself whatever its size; docs/decisions/032 has the figures.
 */
export function pooledEvidence(parts: readonly YearShare[], driftPupils: number): PooledEvidence {
  if (!(driftPupils >= 1)) throw new Error(`A drift must be worth one pupil or more, and it is ${driftPupils}`);
  // By share too, so that two of one year round alike whatever the order given.
  const ordered = parts.toSorted((x, y) => x.year - y.year || x.share.successes - y.share.successes);
  const [first] = ordered;
  if (first === undefined) throw new Error('No year to pool: give the pupils of at least one');
  let [pupils, successes, at] = [0, 0, first.year];
  const worth: number[] = [];
  for (const { year, share } of ordered) {
    const left = 1 / (1 + (pupils * (year - at)) / driftPupils);
    worth.forEach((older, i) => (worth[i] = older * left));
    worth.push(share.pupils);
    pupils = pupils * left + share.pupils;
    successes = successes * left + share.successes;
    at = year;
  }
  const weights = ordered.map(({ year }, i) => ({ year, weight: pupils === 0 ? 0 : (worth[i] ?? 0) / pupils }));
  return { pupils, successes, weights };
}

/**
 * A school's true share in the newest of the years, with its range and the chance of being below a line, from the pupils
 * of all of them (see `pooledEvidence`) and the spread of the country's schools. Where results were marked otherwise in other years, bring older shares to the level
 * of the newest first: see `atLevelOf`.
 */
export function pooledShare(parts: readonly YearShare[], prior: BetaPrior, driftPupils: number): PooledShare {
  const evidence = pooledEvidence(parts, driftPupils);
  const { a, b } = posterior(prior, evidence);
  return {
    mean: a / (a + b),
    interval: [betaQuantile(0.025, a, b), betaQuantile(0.975, a, b)],
    chanceBelow: (line) => regularisedIncompleteBeta(line, a, b),
    pupils: parts.reduce((sum, { share }) => sum + share.pupils, 0),
    weights: evidence.weights,
  };
}

/**
 * A share of an earlier year as it would have been at the level of a later one: its odds are multiplied by as much as the
 * odds of the country's mean rose between the two. 53% of England's pupils reached the expected standard in 2015-16 and 64%
 * in 2017-18, so that 53% in the first is as 64% in the second. None stays none, and all stays all.
 */
export function atLevelOf(share: Share, then: BetaPrior, now: BetaPrior): Share {
  const rise = (now.a / now.b) * (then.b / then.a);
  const failures = share.pupils - share.successes;
  if (share.successes === 0 || failures === 0) return share;
  const risen = share.successes * rise;
  return { pupils: share.pupils, successes: (share.pupils * risen) / (risen + failures) };
}
