import type { BetaPrior, Share } from './beta-binomial.ts';
import { betaQuantile, regularisedIncompleteBeta } from './incomplete-beta.ts';

/** The pupils of one year, by the year's start: 2017 is 2017-18. */
export interface YearShare {
  year: number;
  share: Share;
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
}

/**
 * The beta distribution of a school's true share in the newest of the years: the pupils of that year count in full, those
 * of a year of age g as kept^g of a pupil, for a school changes and what was true then is only partly true now.
 * `kept` is 0 (the newest year alone) to 1 (all pupils alike). One year alone is the prior and its pupils added up, as in
 * `posterior`. Years may come in any order. Throws when `kept` is no share or there is no year.
 * Source: the power discount model of J. Q. Smith, "A generalization of the Bayesian steady forecasting model",
 * Journal of the Royal Statistical Society B 41 (1979), with the spread of the country's schools as its prior in every year.
 */
export function pooledPosterior(parts: readonly YearShare[], prior: BetaPrior, kept: number): BetaPrior {
  if (!(kept >= 0 && kept <= 1)) throw new Error(`What a year keeps must be from 0 to 1, and it is ${kept}`);
  if (parts.length === 0) throw new Error('No year to pool: give the pupils of at least one');
  // Oldest first whatever the order given, so that the sums round alike.
  const ordered = parts.toSorted((x, y) => x.year - y.year || x.share.successes - y.share.successes);
  const newest = ordered.at(-1)!.year;
  let successes = 0;
  let failures = 0;
  for (const { year, share } of ordered) {
    const worth = kept ** (newest - year);
    successes += worth * share.successes;
    failures += worth * (share.pupils - share.successes);
  }
  return { a: prior.a + successes, b: prior.b + failures };
}

/**
 * A school's true share in the newest of the years, with its range and the chance of being below a line, from the pupils
 * of all of them: see `pooledPosterior`. Where results were marked otherwise in other years, bring older shares to the level
 * of the newest first: see `atLevelOf`.
 */
export function pooledShare(parts: readonly YearShare[], prior: BetaPrior, kept: number): PooledShare {
  const { a, b } = pooledPosterior(parts, prior, kept);
  return {
    mean: a / (a + b),
    interval: [betaQuantile(0.025, a, b), betaQuantile(0.975, a, b)],
    chanceBelow: (line) => regularisedIncompleteBeta(line, a, b),
    pupils: parts.reduce((sum, { share }) => sum + share.pupils, 0),
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
