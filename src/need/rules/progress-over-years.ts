import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { whyMissing } from './figures.ts';
import { type MinimumStandard, standardOf } from './minimum-standards.ts';
import type { PooledProgressIndicator } from './need-policy.ts';
import { chanceBelowLine, type ScoreEstimate } from './normal.ts';
import { pooledScore } from './pooled-score.ts';
import { type ProgressEstimate, progressEstimate, spreadOf } from './progress-estimate.ts';
import { capital, chance, listed, percent, score, subject } from './wording.ts';
import { driftFor } from './years-pooled.ts';

/** One subject over the years. */
interface Pooled extends ScoreEstimate {
  measure: ProgressEstimate['measure'];
  /** Newest first. */
  parts: readonly { year: number; estimate: ProgressEstimate }[];
  /** What share of the whole each of them makes up. */
  weights: readonly number[];
}

interface Under {
  pooled: Pooled;
  line: number;
  probability: number;
}

/**
 * Progress over several years against the lines of the standards in the policy's steps. Each subject is taken to its newest
 * year; older years count the less, the older and the less certain they are. A step is reached when a subject is below its
 * line and the chance of truly being below is at least the step's certainty.
 */
export function progressOverYears(
  school: SchoolFacts,
  indicator: PooledProgressIndicator,
  at: Assessing,
): IndicatorResult {
  const [mildest] = indicator.steps;
  const measures =
    mildest === undefined ? [] : standardOf(at.standards, mildest.standard).progress.map((line) => line.measure);
  const subjects = measures.flatMap((measure) => pooledOf(school, measure, indicator, at) ?? []);
  if (subjects.length === 0) {
    const [first] = measures;
    const why = first === undefined ? 'the policy names no measure' : whyMissing(school, first, indicator.years);
    return missing(indicator, `No progress: ${why}.`);
  }
  const reached = reachedOf(subjects, indicator, at);
  const worst = reached?.under[0];
  const shown = worst?.pooled ?? subjects.reduce((low, one) => (one.value < low.value ? one : low));
  const newest = shown.parts[0]!;
  const numbers = {
    value: shown.value,
    year: newest.year,
    interval: shown.interval,
    source: newest.estimate.source,
    otherSources: subjects
      .flatMap(({ parts }) => parts)
      .filter(({ estimate }) => estimate !== newest.estimate)
      .map(({ estimate }) => estimate.source),
  };
  const sentence = sentenceOf(subjects, shown);
  if (reached === undefined || worst === undefined) return clear(indicator, sentence, numbers);
  const name = worst.pooled.measure === 'ks4_progress8' ? 'It' : capital(subject(worst.pooled.measure));
  return raised(
    indicator,
    `${sentence} ${name} is below ${score(worst.line, worst.pooled.measure)}, ${reached.standard.name} ` +
      `until it ended; chance that it truly is: ${chance(worst.probability)}.`,
    {
      ...numbers,
      level: reached.step.level,
      threshold: worst.line,
      probability: worst.probability,
      points: reached.step.points,
      measures: reached.under.map(({ pooled }) => pooled.measure),
    },
  );
}

/** The worst step that is reached, with the subjects under its lines. */
function reachedOf(subjects: readonly Pooled[], { steps }: PooledProgressIndicator, { standards }: Assessing) {
  for (const step of steps.toReversed()) {
    const standard = standardOf(standards, step.standard);
    const under = underLines(subjects, standard, step.certainty);
    if (under.length > 0) return { step, standard, under };
  }
  return undefined;
}

function pooledOf(
  school: SchoolFacts,
  measure: ProgressEstimate['measure'],
  { years }: PooledProgressIndicator,
  at: Assessing,
): Pooled | null {
  const spread = spreadOf(at.policy.pupilSpread, measure);
  const parts: { year: number; estimate: ProgressEstimate }[] = [];
  for (const year of years) {
    const estimate = progressEstimate(school, spread, year);
    if (estimate !== null) parts.push({ year, estimate });
  }
  if (parts.length === 0) return null;
  parts.sort((a, b) => b.year - a.year);
  const { value, standardError, interval, weights } = pooledScore(parts, driftFor(at.policy, measure));
  // As it is stored, so that the sentence and the figure beside it are rounded alike.
  const [low, high] = interval.map((bound) => Math.round(bound * 1000) / 1000) as [number, number];
  return { value, standardError, interval: [low, high], measure, parts, weights: weights.toReversed() };
}

const EARLIER = ['', 'one earlier year', 'two earlier years', 'three earlier years'];

function sentenceOf(subjects: readonly Pooled[], shown: Pooled): string {
  const scores = subjects.map(({ value, interval, measure }) => {
    const name = measure === 'ks4_progress8' ? '' : ` in ${subject(measure)}`;
    return `${score(value, measure)}${name} (likely range ${score(interval[0], measure)} to ${score(interval[1], measure)})`;
  });
  const what = subjects[0]?.measure === 'ks4_progress8' ? 'Progress 8' : 'Progress';
  const [newest] = shown.parts;
  const estimated = newest !== undefined && newest.estimate.pupilsEstimated;
  const about = estimated
    ? ` The range of the newest year is from the ${newest.estimate.pupils} pupils of an earlier one.`
    : '';
  if (shown.parts.length === 1) return `${what} in ${academicYear(newest!.year)} was ${listed(scores)}.${about}`;
  const years = shown.parts.map(
    ({ year, estimate }, i) =>
      `${score(estimate.value, shown.measure)} in ${academicYear(year)} (which counts ${partText(shown.weights[i] ?? 0)})`,
  );
  const ofWhich = shown.measure === 'ks4_progress8' ? 'It' : capital(subject(shown.measure));
  const earlier = EARLIER[shown.parts.length - 1] ?? `${shown.parts.length - 1} earlier years`;
  return `${what} in ${academicYear(newest!.year)}, together with ${earlier}, was ${listed(scores)}. ${ofWhich} was ${listed(years)}.${about}`;
}

function underLines(subjects: readonly Pooled[], standard: MinimumStandard, certainty: number): Under[] {
  return subjects
    .flatMap((pooled) => {
      const line = standard.progress.find(({ measure }) => measure === pooled.measure)?.atLeast;
      if (line === undefined || pooled.value >= line) return [];
      const limit = standard.upperLimitBelow;
      if (limit !== null && pooled.interval[1] >= limit) return [];
      const probability = chanceBelowLine(pooled, line);
      return probability < certainty ? [] : [{ pooled, line, probability }];
    })
    .toSorted((a, b) => b.probability - a.probability);
}

/** How much a year counts, 0 to 1, in words: a year that counts a little does not count nothing. */
function partText(weight: number): string {
  return weight < 0.005 ? 'under 1%' : percent(weight * 100);
}
