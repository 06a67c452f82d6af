import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import type { NeedPolicy, TrendIndicator } from './need-policy.ts';
import { normalCdf, Z95 } from './normal.ts';
import { type ProgressEstimate, progressEstimate, spreadOf } from './progress-estimate.ts';
import { chance, score } from './wording.ts';

export interface Point extends Seen {
  estimates: ProgressEstimate[];
}

/** A straight line through the years, each weighed by how certain it is. */
export interface FittedLine {
  perYear: number;
  standardError: number;
}

export interface Seen {
  year: number;
  value: number;
  standardError: number;
}

/**
 * Slope of values over years, with its standard error when each value's own is known and the true value strays from the line
 * by `drift` a year (standard deviation), as a random walk does: generalised least squares. Points must be in the order of
 * years, two different ones at least. Without drift it is weighted least squares.
 * Source: Kalman's recursion run over the values and over the years alike, whose innovations make an ordinary regression
 * (P. de Jong, "The diffuse Kalman filter", Annals of Statistics 19, 1991).
 */
export function fittedLine(points: readonly Seen[], drift = 0): FittedLine {
  // Apart, so that what older policies said comes out the same to the last digit.
  if (drift === 0) return withoutDrift(points);
  const [first, ...later] = points;
  if (first === undefined) throw new Error('No year to fit a line to: give two at least');
  let [value, year, variance, at] = [first.value, first.year, first.standardError ** 2, first.year];
  let [spread, joint] = [0, 0];
  for (const point of later) {
    variance += drift ** 2 * (point.year - at);
    const all = variance + point.standardError ** 2;
    const [valueMoved, yearMoved] = [point.value - value, point.year - year];
    spread += yearMoved ** 2 / all;
    joint += (yearMoved * valueMoved) / all;
    const gain = variance / all;
    value += gain * valueMoved;
    year += gain * yearMoved;
    variance *= 1 - gain;
    at = point.year;
  }
  return { perYear: joint / spread, standardError: Math.sqrt(1 / spread) };
}

function withoutDrift(points: readonly Seen[]): FittedLine {
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
  const points = trendPoints(school, indicator, at.policy);
  const [first, newest] = [points[0], points.at(-1)];
  if (first === undefined || newest === undefined || points.length < indicator.fewestYears) {
    return missing(
      indicator,
      `No trend: progress is published for ${points.length} of the ${indicator.fewestYears} years that a trend needs.`,
    );
  }
  const line = fittedLine(points, indicator.drift);
  const years = newest.year - first.year;
  const fall = -line.perYear * years;
  const probability = chanceThatFalls(line);
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
    return clear(
      indicator,
      indicator.drift === undefined ? `${went}.` : `${went}. ${alongLine(line, years, measure)}`,
      numbers,
    );
  }
  const sentence =
    indicator.drift === undefined
      ? `${went}; chance that it is truly falling: ${chance(probability)}.`
      : `${went}. ${alongLine(line, years, measure)} Chance that it is truly lower than it was: ${chance(probability)}.`;
  return raised(indicator, sentence, {
    ...numbers,
    points: indicator.points,
    measures: [...indicator.measures],
  });
}

/** What the line says of the whole stretch of years, with its 95% range: "a fall of 6.0 (likely range 2.1 to 9.9)". */
function alongLine({ perYear, standardError }: FittedLine, years: number, measure: MeasureCode): string {
  const change = perYear * years;
  const reach = Z95 * standardError * years;
  const [low, high] = [change - reach, change + reach];
  const size = (value: number) => score(Math.abs(value), measure);
  const told = (value: number) => `a ${value < 0 ? 'fall' : 'rise'} of ${size(value)}`;
  const [least, most] = change < 0 ? [high, low] : [low, high];
  const range = low < 0 && high > 0 ? `${told(low)} to ${told(high)}` : `${size(least)} to ${size(most)}`;
  return `A straight line through the years makes it ${told(change)} (likely range ${range}).`;
}

/** The mean over the measures in each year that has them all, oldest first. */
export function trendPoints(
  school: SchoolFacts,
  indicator: Pick<TrendIndicator, 'measures' | 'years'>,
  policy: Pick<NeedPolicy, 'pupilSpread'>,
): Point[] {
  return indicator.years
    .flatMap((year) => pointOf(school, indicator, year, policy) ?? [])
    .toSorted((a, b) => a.year - b.year);
}

/** Chance, 0 to 1, that a line through the points truly falls: see `fittedLine`. */
export function chanceFalling(points: readonly Seen[], drift: number): number {
  return chanceThatFalls(fittedLine(points, drift));
}

function chanceThatFalls({ perYear, standardError }: FittedLine): number {
  return normalCdf(-perYear / standardError);
}

// Subjects of one year are taken by the same pupils, so their errors do not average out: the mean keeps the mean error.
function pointOf(
  school: SchoolFacts,
  indicator: Pick<TrendIndicator, 'measures'>,
  year: number,
  policy: Pick<NeedPolicy, 'pupilSpread'>,
): Point | null {
  const estimates = indicator.measures.flatMap(
    (measure) => progressEstimate(school, spreadOf(policy.pupilSpread, measure), year) ?? [],
  );
  if (estimates.length < indicator.measures.length) return null;
  const value = estimates.reduce((sum, estimate) => sum + estimate.value, 0) / estimates.length;
  const standardError = estimates.reduce((sum, estimate) => sum + estimate.standardError, 0) / estimates.length;
  return { year, value, standardError, estimates };
}
