import type { BetaPrior, Share } from '../beta-binomial.ts';
import { lnGamma } from '../incomplete-beta.ts';
import { pooledEvidence, type YearShare } from '../pooled-share.ts';

/**
 * What is believed of a school's true share in a later year, from the pupils of earlier ones at that year's level: the
 * evidence of the newest ages by the years between, as it does from any year to a later one.
 */
export function shareToCome(
  parts: readonly YearShare[],
  prior: BetaPrior,
  driftPupils: number,
  year: number,
): BetaPrior {
  const none = { year, share: { pupils: 0, successes: 0 } };
  const { pupils, successes } = pooledEvidence([...parts, none], driftPupils);
  return { a: prior.a + successes, b: prior.b + (pupils - successes) };
}

/**
 * Natural logarithm of the chance that a cohort does just as it did, up to a part that depends on the cohort alone.
 * Source: the beta-binomial distribution, B(a + s, b + n - s) / B(a, b).
 */
export function lnChanceOfCohort({ a, b }: BetaPrior, { pupils, successes }: Share): number {
  return lnBeta(a + successes, b + pupils - successes) - lnBeta(a, b);
}

/**
 * Chance that the percentage published of a cohort of so many pupils is below the line: the beta-binomial distribution
 * summed over the numbers of pupils whose percentage, rounded as it is published, is below.
 */
export function chancePublishedBelow({ a, b }: BetaPrior, pupils: number, line: number): number {
  let chance = Math.exp(lnBeta(a, b + pupils) - lnBeta(a, b));
  let sum = 0;
  for (let successes = 0; successes <= pupils; successes += 1) {
    if (Math.round((100 * successes) / pupils) >= line) break;
    sum += chance;
    chance *= ((pupils - successes) * (a + successes)) / ((successes + 1) * (b + pupils - successes - 1));
  }
  return Math.min(1, sum);
}

function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}
