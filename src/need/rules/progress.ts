import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { whyMissing } from './figures.ts';
import { inForce, type MinimumStandard, standardOf } from './minimum-standards.ts';
import type { ProgressIndicator } from './need-policy.ts';
import { chanceBelowLine } from './normal.ts';
import { type ProgressEstimate, progressEstimate, spreadOf } from './progress-estimate.ts';
import { capital, chance, listed, monthOf, score, subject } from './wording.ts';

interface Under {
  estimate: ProgressEstimate;
  line: number;
  probability: number;
}

/**
 * The newest progress scores against the lines of the standards in the policy's steps. A step is reached when a
 * subject's published score is below its line and the chance of truly being below is at least the step's certainty.
 */
export function progress(school: SchoolFacts, indicator: ProgressIndicator, at: Assessing): IndicatorResult {
  const steps = indicator.steps.map((step) => ({ ...step, standard: standardOf(at.standards, step.standard) }));
  const measures = steps[0]?.standard.progress.map((line) => line.measure) ?? [];
  const spreads = measures.map((measure) => spreadOf(at.policy.pupilSpread, measure));
  const year = indicator.years.find((start) =>
    spreads.some((spread) => progressEstimate(school, spread, start) !== null),
  );
  if (year === undefined) {
    const [first] = measures;
    const why = first === undefined ? 'the policy names no measure' : whyMissing(school, first, indicator.years);
    return missing(indicator, `No progress: ${why}.`);
  }
  const estimates = spreads.flatMap((spread) => progressEstimate(school, spread, year) ?? []);
  const reached = steps
    .map((step) => ({ step, under: underLines(estimates, step.standard, step.certainty) }))
    .findLast(({ under }) => under.length > 0);
  const worst = reached?.under[0];
  const shown = worst?.estimate ?? lowest(estimates);
  const numbers = {
    value: shown.value,
    year,
    interval: shown.interval,
    source: shown.source,
    otherSources: estimates.filter((estimate) => estimate !== shown).map((estimate) => estimate.source),
  };
  const scores = `${sentenceOfScores(estimates, year)}.`;
  if (reached === undefined || worst === undefined) return clear(indicator, scores, numbers);
  const { step, under } = reached;
  const name = worst.estimate.measure === 'ks4_progress8' ? 'It' : capital(subject(worst.estimate.measure));
  const sentence =
    `${scores} ${name} was below ${score(worst.line, worst.estimate.measure)}, ` +
    `${lineName(step.standard, year, at.standards.endedOn)}; chance that it truly is: ${chance(worst.probability)}.`;
  return raised(indicator, sentence, {
    ...numbers,
    level: step.level,
    threshold: worst.line,
    probability: worst.probability,
    points: step.points,
    measures: under.map(({ estimate }) => estimate.measure),
  });
}

/** The scores of a year in words, with the 95% range of each and the pupils they stand on. */
export function sentenceOfScores(estimates: readonly ProgressEstimate[], year: number): string {
  const scores = estimates.map((estimate) => {
    const [low, high] = estimate.interval.map((bound) => score(bound, estimate.measure));
    const name = estimate.measure === 'ks4_progress8' ? '' : ` in ${subject(estimate.measure)}`;
    return `${score(estimate.value, estimate.measure)}${name} (likely range ${low} to ${high})`;
  });
  const what = estimates[0]?.measure === 'ks4_progress8' ? 'Progress 8' : 'Progress';
  const pupils = estimates.find((estimate) => estimate.pupils !== null);
  const about = pupils?.pupilsEstimated ? `; ranges from the ${pupils.pupils} pupils of an earlier year` : '';
  return `${what} in ${academicYear(year)} was ${listed(scores)}${about}`;
}

function underLines(estimates: readonly ProgressEstimate[], standard: MinimumStandard, certainty: number): Under[] {
  return estimates
    .flatMap((estimate) => {
      const line = standard.progress.find(({ measure }) => measure === estimate.measure)?.atLeast;
      if (line === undefined || estimate.value >= line) return [];
      const limit = standard.upperLimitBelow;
      if (limit !== null && estimate.interval[1] >= limit) return [];
      const probability = chanceBelowLine(estimate, line);
      return probability < certainty ? [] : [{ estimate, line, probability }];
    })
    .toSorted((a, b) => b.probability - a.probability);
}

function lowest(estimates: readonly ProgressEstimate[]): ProgressEstimate {
  return estimates.reduce((low, estimate) => (estimate.value < low.value ? estimate : low));
}

function lineName(standard: MinimumStandard, year: number, endedOn: string): string {
  return inForce(standard, year) ? standard.name : `${standard.name} until it ended in ${monthOf(endedOn)}`;
}
