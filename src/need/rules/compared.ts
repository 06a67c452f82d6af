import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { newestFigure, whyMissing } from './figures.ts';
import type { ComparedIndicator } from './need-policy.ts';
import { MEASURES } from '../../opendata/rules/measures.ts';

/** A figure that is high among the country's schools of the same phase in the same year. */
export function compared(school: SchoolFacts, indicator: ComparedIndicator, at: Assessing): IndicatorResult {
  const { measure, years, saying, note } = indicator;
  const figure = newestFigure(school, measure, years);
  if (figure === null) return missing(indicator, `Not known: ${whyMissing(school, measure, years)}.`);
  const { phaseGroup } = school;
  const lower = at.reference.shareLower(phaseGroup, measure, figure.year, figure.value) ?? 0;
  const middle = at.reference.median(phaseGroup, measure, figure.year);
  const sentence =
    `${saying.replace('{figure}', written(measure, figure.value))} in ${academicYear(figure.year)}: more than in ` +
    `${Math.floor(lower * 100)}% of ${phaseGroup} schools${middle === null ? '' : ` (their median was ${written(measure, middle)})`}.`;
  const numbers = { value: figure.value, year: figure.year, threshold: middle, source: figure.source };
  const step = indicator.steps.findLast(({ abovePercentile }) => lower >= abovePercentile);
  if (step === undefined) return clear(indicator, sentence, numbers);
  return raised(indicator, note === undefined ? sentence : `${sentence} ${note}`, {
    ...numbers,
    level: step.level,
    points: step.points,
    measures: MEASURES[measure].better === 'neither' ? [] : [measure],
  });
}

/** A figure of a measure as it stands in a sentence: 5.4 % of sessions is "5.4%", 22.1 pupils "22.1". */
export function written(measure: ComparedIndicator['measure'], value: number): string {
  const { decimals, unit } = MEASURES[measure];
  return `${value.toFixed(decimals)}${unit === 'percent' ? '%' : ''}`;
}
