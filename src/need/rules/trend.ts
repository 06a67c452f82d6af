import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import type { TrendIndicator } from './need-policy.ts';
import { normalCdf } from './normal.ts';
import { type ProgressEstimate, progressEstimate, spreadOf } from './progress-estimate.ts';
import { chance, score } from './wording.ts';

interface Point {
  year: number;
  value: number;
  standardError: number;
  estimates: ProgressEstimate[];
}

/** A straight line through the years, each weighed by how certain it is. */
export interface FittedLine {
  perYear: number;
  standardError: number;
}

/**
 * Weighted least squares slope of values over years, with its standard error when each value's own is known.
 * Needs two different years at least.
 */
export function fittedLine(points: readonly { year: number; value: number; standardError: number }[]): FittedLine {
  const weights = points.map((point) => 1 / point.standardError ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const year = points.reduce((sum, point, i) => sum + (weights[i] ?? 0) * point.year, 0) / total;
  const value = points.reduce((sum, point, i) => sum + (weights[i] ?? 0) * point.value, 0) / total;
  const spread = points.reduce((sum, point, i) => sum + (weights[i] ?? 0) * (point.year - year) ** 2, 0);
  const joint = points.reduce(
    (sum, point, i) => sum + (weights[i] ?? 0) * (point.year - year) * (point.value - value),
    0,
  );
  return { perYear: joint / spread, standardError: Math.sqrt(1 / spread) };
}

/**
 * Progress falling over the years published. Progress is set against the country each year, so unlike the share
 * reaching the expected standard it can be compared across years in which the tests changed.
 */
export function trend(school: SchoolFacts, indicator: TrendIndicator, at: Assessing): IndicatorResult {
  const points = indicator.years
    .flatMap((year) => pointOf(school, indicator, year, at) ?? [])
    .toSorted((a, b) => a.year - b.year);
  const [first, newest] = [points[0], points.at(-1)];
  if (first === undefined || newest === undefined || points.length < indicator.fewestYears) {
    return missing(
      indicator,
      `No trend: progress is published for ${points.length} of the ${indicator.fewestYears} years that a trend needs.`,
    );
  }
  const line = fittedLine(points);
  const fall = -line.perYear * (newest.year - first.year);
  const probability = normalCdf(-line.perYear / line.standardError);
  const measure = indicator.measures[0] ?? 'ks2_reading_progress';
  const what = indicator.measures.length > 1 ? 'Average progress over the subjects' : 'Progress 8';
  const went = `${what} went from ${score(first.value, measure)} in ${academicYear(first.year)} to ${score(newest.value, measure)} in ${academicYear(newest.year)}`;
  const numbers = {
    value: newest.value,
    year: newest.year,
    threshold: -indicator.fall,
    probability,
    source: newest.estimates[0]?.source ?? null,
    otherSources: points.slice(0, -1).flatMap((point) => point.estimates[0]?.source ?? []),
  };
  if (fall < indicator.fall || probability < indicator.certainty || newest.value >= indicator.endsBelow) {
    return clear(indicator, `${went}.`, numbers);
  }
  return raised(indicator, `${went}; chance that it is truly falling: ${chance(probability)}.`, {
    ...numbers,
    points: indicator.points,
    measures: [...indicator.measures],
  });
}

// Subjects of one year are taken by the same pupils, so their errors do not average out: the mean keeps the mean error.
function pointOf(school: SchoolFacts, indicator: TrendIndicator, year: number, at: Assessing): Point | null {
  const estimates = indicator.measures.flatMap(
    (measure) => progressEstimate(school, spreadOf(at.policy.pupilSpread, measure), year) ?? [],
  );
  if (estimates.length < indicator.measures.length) return null;
  const value = estimates.reduce((sum, estimate) => sum + estimate.value, 0) / estimates.length;
  const standardError = estimates.reduce((sum, estimate) => sum + estimate.standardError, 0) / estimates.length;
  return { year, value, standardError, estimates };
}
