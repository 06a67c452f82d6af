import type { BetaPrior } from '../beta-binomial.ts';
import { atLevel, type Fitted, fitScoreDrift, fitShareDrift, type History } from './fit-drift.ts';
import { type PublishedScore, type PublishedShare, upTo } from './histories.ts';
import { chancePublishedBelow, shareToCome } from './next-share.ts';
import { chanceScoreBelow, scoreSpread, scoreToCome } from './next-score.ts';

/** What was said of one school before the year, and what came of it. */
export interface Forecast {
  urn: number;
  /** Pupils of the last year known; null where that is not published. */
  pupils: number | null;
  /** The bare figure of the last year known. */
  before: number;
  /** Chance that the figure published of the year is below the line. */
  chance: number;
  /** The same without knowing how the country as a whole did in the year; null for scores, which are set against it anyway. */
  chanceStill: number | null;
  came: boolean;
}

/** The forecasts of a year, and how far schools move as it was learned from the years before alone. */
export interface Forecasts {
  drift: Fitted;
  /** The forecast of each school for a line, in the unit of the measure. */
  against: (line: number) => Forecast[];
}

/**
 * Chances that the share published of a year is below a line (percentage), told from the years before: how far schools move
 * and how they spread are learned from those alone. Of the year itself only the country's level is used, which is published
 * months before the figures of schools, and the cohort is taken to be as large as the last. Null when there is too little to
 * learn from.
 */
export function shareForecasts(
  histories: readonly History<PublishedShare>[],
  priors: ReadonlyMap<number, BetaPrior>,
  year: number,
): Forecasts | null {
  const [before, now] = [priors.get(year - 1), priors.get(year)];
  const drift = fitShareDrift(upTo(histories, year - 1), priors);
  if (before === undefined || now === undefined || drift === null) return null;
  const evidence = before.a + before.b;
  const level = now.a / (now.a + now.b);
  const prior = { a: level * evidence, b: (1 - level) * evidence };
  const beliefs = casesOf(histories, year).map((one) => {
    const at = (country: BetaPrior) => shareToCome(atLevel(one.known, priors, country), country, drift.drift, year);
    return { ...one, risen: at(prior), still: at(before) };
  });
  return {
    drift,
    against: (line) =>
      beliefs.map(({ urn, last, now, risen, still }) => ({
        urn,
        pupils: last.pupils,
        before: last.figure,
        chance: chancePublishedBelow(risen, last.pupils, line),
        chanceStill: chancePublishedBelow(still, last.pupils, line),
        came: now.figure < line,
      })),
  };
}

/**
 * Chances that the score published of a year is below a line, told from the years before alone; the cohort is taken to be as
 * large as the last. Null when there is too little to learn from.
 */
export function scoreForecasts(
  histories: readonly History<PublishedScore>[],
  year: number,
  decimals: number,
): Forecasts | null {
  const known = upTo(histories, year - 1);
  const newest = known.flatMap(({ years }) => years.filter((one) => one.year === year - 1));
  const spread = scoreSpread(newest.map(({ estimate }) => estimate));
  const drift = spread === null ? null : fitScoreDrift(known, spread);
  if (spread === null || drift === null) return null;
  const beliefs = casesOf(histories, year).map((one) => ({
    ...one,
    belief: scoreToCome(one.known, spread, drift.drift, year),
  }));
  return {
    drift,
    against: (line) =>
      beliefs.map(({ urn, last, now, belief }) => ({
        urn,
        pupils: last.pupils,
        before: last.figure,
        chance: chanceScoreBelow(belief, last.estimate.standardError, line, decimals),
        chanceStill: null,
        came: now.figure < line,
      })),
  };
}

/** The schools that have a figure of the year and of the one before it. */
function casesOf<Year extends { year: number }>(
  histories: readonly History<Year>[],
  year: number,
): { urn: number; known: readonly Year[]; last: Year; now: Year }[] {
  return histories.flatMap(({ urn, years }) => {
    const [last, now] = [year - 1, year].map((one) => years.find((candidate) => candidate.year === one));
    if (last === undefined || now === undefined) return [];
    return [{ urn, known: years.filter((one) => one.year < year), last, now }];
  });
}
