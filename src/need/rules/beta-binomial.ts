import { betaQuantile, regularisedIncompleteBeta } from './incomplete-beta.ts';

/** Some of the pupils of a school did something: `successes` of `pupils`. Successes need not be whole after rounding. */
export interface Share {
  pupils: number;
  successes: number;
}

/** How schools' true shares vary over the country: a beta distribution with this mean, worth `a + b` pupils of evidence. */
export interface BetaPrior {
  a: number;
  b: number;
}

/**
 * Fits the spread of schools' true shares to what was observed, taking out the noise of small cohorts, by the weighted
 * method of moments. Schools with no pupils are passed over. Null when fewer than 30 schools are left, or when the
 * shares vary no more than chance would make them. Both shapes are kept at 0.5 or more.
 * Source: J. C. Kleinman, "Proportions with extraneous variance: single and independent samples",
 * Journal of the American Statistical Association 68 (1973), with two rounds of weights.
 */
export function fitBetaPrior(observations: readonly Share[]): BetaPrior | null {
  const schools = observations.filter((school) => school.pupils > 0);
  if (schools.length < 30) return null;
  let correlation = 0;
  let mean = 0;
  for (let round = 0; round < 3; round += 1) {
    const weights = schools.map(({ pupils }) => pupils / (1 + (pupils - 1) * correlation));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    mean = schools.reduce((sum, school, i) => sum + (weights[i] ?? 0) * (school.successes / school.pupils), 0) / total;
    let spread = 0;
    let noise = 0;
    let room = 0;
    schools.forEach((school, i) => {
      const weight = weights[i] ?? 0;
      const left = weight * (1 - weight / total);
      spread += weight * (school.successes / school.pupils - mean) ** 2;
      noise += left / school.pupils;
      room += left * (1 - 1 / school.pupils);
    });
    correlation = (spread / (mean * (1 - mean)) - noise) / room;
    if (!(correlation > 0 && correlation < 1)) return null;
  }
  const evidence = 1 / correlation - 1;
  return { a: Math.max(0.5, mean * evidence), b: Math.max(0.5, (1 - mean) * evidence) };
}

/** What is believed of a school's true share after seeing its pupils: the prior and the pupils added up. */
export function posterior(prior: BetaPrior, share: Share): BetaPrior {
  return { a: prior.a + share.successes, b: prior.b + (share.pupils - share.successes) };
}

/** Chance, 0 to 1, that the school's true share is below `line` (0 to 1). */
export function chanceShareBelow(prior: BetaPrior, share: Share, line: number): number {
  const { a, b } = posterior(prior, share);
  return regularisedIncompleteBeta(line, a, b);
}

/** The range, 0 to 1, that holds the school's true share with 95% chance. */
export function shareInterval(prior: BetaPrior, share: Share): [low: number, high: number] {
  const { a, b } = posterior(prior, share);
  return [betaQuantile(0.025, a, b), betaQuantile(0.975, a, b)];
}
