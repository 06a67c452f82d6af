import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { figureOf } from './figures.ts';
import { type MinimumStandard, standardOf } from './minimum-standards.ts';
import type { MinimumStandardIndicator } from './need-policy.ts';
import { sentenceOfScores } from './progress.ts';
import type { ProgressEstimate } from './progress-estimate.ts';
import { newestStanding, type Standing } from './standing.ts';
import { chance, listed, percent, score, subject } from './wording.ts';

/** Below the government's minimum standard in the newest year that had one and has the figures to judge it. */
export function minimumStandard(
  school: SchoolFacts,
  indicator: MinimumStandardIndicator,
  at: Assessing,
): IndicatorResult {
  const standard = standardOf(at.standards, indicator.standard);
  const standing = newestStanding(school, standard, indicator.years, at);
  if (!standing.known) return missing(indicator, `Not judged against ${standard.name}: ${standing.why}.`);
  const year = academicYear(standing.year);
  const measures = [
    ...(standard.attainment === null ? [] : [standard.attainment.measure]),
    ...standard.progress.map((line) => line.measure),
  ];
  const newest = figureOf(school, measures[0] ?? 'ks2_pupils', standing.year);
  const numbers = {
    value: newest?.value ?? null,
    year: standing.year,
    threshold: standard.attainment?.atLeast ?? standard.progress[0]?.atLeast ?? null,
    ...(standing.probability === null ? {} : { probability: standing.probability }),
    source: newest?.source ?? null,
    otherSources: standing.progress.map((estimate) => estimate.source),
  };
  const facts = standingWords(standard, standing);
  if (!standing.below) return clear(indicator, `Met ${standard.name} for ${year}: ${facts}.`, numbers);
  const probability = standing.probability ?? 0;
  const certain = probability >= indicator.certainty;
  const atMost = standard.attainment !== null && probability <= 0.99 ? 'at most ' : '';
  const doubt = certain ? '' : ' Its range reaches over the line, so it counts for less.';
  return raised(
    indicator,
    `Below ${standard.name} for ${year}: ${facts}. Chance that the school is truly below: ${atMost}${chance(probability)}.${doubt}`,
    {
      ...numbers,
      level: certain ? 'certain' : 'doubtful',
      points: certain ? indicator.points : indicator.doubtfulPoints,
      measures,
    },
  );
}

function scoresAlone(progress: readonly ProgressEstimate[]): string {
  return listed(progress.map(({ value, measure }) => `${score(value, measure)} in ${subject(measure)}`));
}

/** The figures of a known standing beside the lines of its standard, as they read after a colon. */
export function standingWords(standard: MinimumStandard, standing: Standing & { known: true }): string {
  const [first] = standard.progress;
  if (standard.attainment === null || standing.attainment === null) {
    const scores = sentenceOfScores(standing.progress, standing.year);
    return `${scores}; below it were schools under ${first?.atLeast} whose whole range was under ${standard.upperLimitBelow}`;
  }
  const share = `${percent(standing.attainment)} reached the expected standard in reading, writing and maths`;
  if (standing.attainment >= standard.attainment.atLeast)
    return `${share}, and ${percent(standard.attainment.atLeast)} was enough`;
  const under = `${share}, under ${percent(standard.attainment.atLeast)}`;
  if (!standing.below) return `${under}, but progress was enough: ${scoresAlone(standing.progress)}`;
  const lines = listed(standard.progress.map((line) => `${line.atLeast} in ${subject(line.measure)}`));
  return `${under}; p${sentenceOfScores(standing.progress, standing.year).slice(1)}; enough was ${lines}`;
}
