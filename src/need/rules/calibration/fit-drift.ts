import type { BetaPrior } from '../beta-binomial.ts';
import { atLevelOf, type YearShare } from '../pooled-share.ts';
import { highestAt } from './golden-section.ts';
import { lnChanceOfCohort, shareToCome } from './next-share.ts';
import { lnLikelihood, type ScoreSpread, scoreToCome, type YearMeasured } from './next-score.ts';

/** A school's published figures of one measure, oldest first. */
export interface History<Year> {
  urn: number;
  years: readonly Year[];
}

/** What was fitted, and how many pairs of a year and those before it there were to fit it to. */
export interface Fitted {
  drift: number;
  from: number;
}

const MOST_PUPILS = 1000;

/**
 * How far schools' true shares move in a year, as the luck of so many pupils: the value under which each year's pupils are
 * likeliest, given those of the years before. Every year has the country's own spread and level. Null without two years.
 */
export function fitShareDrift(
  histories: readonly History<YearShare>[],
  priors: ReadonlyMap<number, BetaPrior>,
): Fitted | null {
  const cases = histories.flatMap(({ years }) =>
    years.slice(1).flatMap((now, i) => {
      const prior = priors.get(now.year);
      return prior === undefined ? [] : [{ now, prior, before: atLevel(years.slice(0, i + 1), priors, prior) }];
    }),
  );
  if (cases.length === 0) return null;
  const likelihood = (lnPupils: number) =>
    cases.reduce(
      (sum, { now, prior, before }) =>
        sum + lnChanceOfCohort(shareToCome(before, prior, Math.exp(lnPupils), now.year), now.share),
      0,
    );
  return { drift: Math.exp(highestAt(likelihood, 0, Math.log(MOST_PUPILS), 0.01)), from: cases.length };
}

/** Shares of earlier years at the level that a prior has. Years without a prior of their own stay as they are. */
export function atLevel(
  years: readonly YearShare[],
  priors: ReadonlyMap<number, BetaPrior>,
  now: BetaPrior,
): YearShare[] {
  return years.map(({ year, share }) => {
    const then = priors.get(year);
    return { year, share: then === undefined ? share : atLevelOf(share, then, now) };
  });
}

/**
 * How far schools' true scores move in a year (standard deviation): the value under which each year's scores are likeliest,
 * given those of the years before. Null without two years.
 */
export function fitScoreDrift(histories: readonly History<YearMeasured>[], spread: ScoreSpread): Fitted | null {
  const cases = histories.flatMap(({ years }) =>
    years.slice(1).map((now, i) => ({ now, before: years.slice(0, i + 1) })),
  );
  if (cases.length === 0) return null;
  const likelihood = (drift: number) =>
    cases.reduce(
      (sum, { now, before }) => sum + lnLikelihood(scoreToCome(before, spread, drift, now.year), now.estimate),
      0,
    );
  // A drift of the root of two spreads is a country in which a year tells nothing of the next.
  return { drift: highestAt(likelihood, 0, Math.SQRT2 * spread.deviation, 0.005), from: cases.length };
}
