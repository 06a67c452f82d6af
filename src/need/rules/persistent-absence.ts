import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { newestFigure, whyMissing } from './figures.ts';
import type { PersistentAbsenceIndicator } from './need-policy.ts';
import { percent } from './wording.ts';

/** Persistent absence against the country's schools of the same phase in the same year. */
export function persistentAbsence(
  school: SchoolFacts,
  indicator: PersistentAbsenceIndicator,
  at: Assessing,
): IndicatorResult {
  const figure = newestFigure(school, indicator.measure, indicator.years);
  if (figure === null)
    return missing(indicator, `No absence: ${whyMissing(school, indicator.measure, indicator.years)}.`);
  const lower = at.reference.shareLower(school.phaseGroup, indicator.measure, figure.year, figure.value) ?? 0;
  const middle = at.reference.median(school.phaseGroup, indicator.measure, figure.year);
  const sentence =
    `${percent(figure.value, 1)} of pupils missed a tenth of sessions or more in ${academicYear(figure.year)}: higher than in ` +
    `${Math.floor(lower * 100)}% of ${school.phaseGroup} schools${middle === null ? '' : ` (their median was ${percent(middle, 1)})`}.`;
  const numbers = { value: figure.value, year: figure.year, threshold: middle, source: figure.source };
  const step = indicator.steps.findLast(({ abovePercentile }) => lower >= abovePercentile);
  return step === undefined
    ? clear(indicator, sentence, numbers)
    : raised(indicator, sentence, {
        ...numbers,
        level: step.level,
        points: step.points,
        measures: [indicator.measure],
      });
}
