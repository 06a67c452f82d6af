import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { SourceRef } from '../../schools/rules/facts.ts';
import { cohortOf, type Figure, figureOf, type WithFacts } from './figures.ts';
import type { PupilSpread } from './need-policy.ts';
import { publishedEstimate, type ScoreEstimate, scoreEstimate } from './normal.ts';

export interface ProgressEstimate extends ScoreEstimate {
  measure: MeasureCode;
  year: number;
  /** Pupils the limits were worked out from; null when the limits themselves were published. */
  pupils: number | null;
  /** The number of pupils is that of an earlier year. */
  pupilsEstimated: boolean;
  source: SourceRef;
}

/**
 * A school's progress score of one year with its 95% limits: the published ones where both are held, else from the
 * number of pupils and the spread in the policy. Null when the score, or every way to its limits, is missing.
 */
export function progressEstimate(school: WithFacts, spread: PupilSpread, year: number): ProgressEstimate | null {
  const figure = figureOf(school, spread.measure, year);
  if (figure === null) return null;
  const lower = spread.lower === null ? null : figureOf(school, spread.lower, year);
  const upper = spread.upper === null ? null : figureOf(school, spread.upper, year);
  if (lower !== null && upper !== null) {
    return estimate(spread, figure, publishedEstimate(figure.value, lower.value, upper.value), null);
  }
  const cohort = cohortOf(school, spread.pupils, year);
  if (cohort === null) return null;
  return estimate(spread, figure, scoreEstimate(figure.value, cohort.value, spread.standardDeviation), cohort);
}

function estimate(
  spread: PupilSpread,
  figure: Figure,
  score: ScoreEstimate,
  cohort: { value: number; estimated: boolean } | null,
): ProgressEstimate {
  return {
    value: score.value,
    standardError: score.standardError,
    interval: score.interval,
    measure: spread.measure,
    year: figure.year,
    pupils: cohort === null ? null : cohort.value,
    pupilsEstimated: cohort !== null && cohort.estimated,
    source: figure.source,
  };
}

/** The spread of a progress measure in the policy. Throws when the policy does not give it. */
export function spreadOf(spreads: readonly PupilSpread[], measure: MeasureCode): PupilSpread {
  const found = spreads.find((spread) => spread.measure === measure);
  if (found === undefined) throw new Error(`The need policy has no pupilSpread for ${measure}. Add one.`);
  return found;
}

/** Every figure that the estimates of a progress measure in these years may look at: the pupils may be those of two years before. */
export function estimateReads(
  spreads: readonly PupilSpread[],
  measure: MeasureCode,
  years: readonly number[],
): (readonly [MeasureCode, number])[] {
  const spread = spreads.find((candidate) => candidate.measure === measure);
  if (spread === undefined) return years.map((year) => [measure, year] as const);
  const limits = [spread.lower, spread.upper].flatMap((limit) => limit ?? []);
  return years.flatMap((year) => [
    [measure, year] as const,
    ...limits.map((limit) => [limit, year] as const),
    ...[0, 1, 2].map((back) => [spread.pupils, year - back] as const),
  ]);
}
