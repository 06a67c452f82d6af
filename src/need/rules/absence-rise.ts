import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { figureOf, whyMissing } from './figures.ts';
import type { AbsenceRiseIndicator } from './need-policy.ts';
import { percent } from './wording.ts';

/**
 * Absence that rose from one year to another by more than in the middle school of its phase, to more than there: a rise that
 * the whole country saw is no school's own, and neither is one from little to a little more.
 */
export function absenceRise(school: SchoolFacts, indicator: AbsenceRiseIndicator, at: Assessing): IndicatorResult {
  const { measure, fromYear, toYear } = indicator;
  const before = figureOf(school, measure, fromYear);
  const now = figureOf(school, measure, toYear);
  if (before === null || now === null) {
    const year = now === null ? toYear : fromYear;
    return missing(
      indicator,
      `No absence to compare for ${academicYear(year)}: ${whyMissing(school, measure, [year])}.`,
    );
  }
  const medianBefore = at.reference.median(school.phaseGroup, measure, fromYear);
  const median = at.reference.median(school.phaseGroup, measure, toYear);
  if (medianBefore === null || median === null) {
    return missing(indicator, 'No absence of other schools is held to compare with.', { source: now.source });
  }
  const more = now.value - before.value - (median - medianBefore);
  const sentence =
    `${percent(now.value, 1)} of sessions were missed in ${academicYear(toYear)}, ${percent(before.value, 1)} in ${academicYear(fromYear)}; ` +
    `the median of ${school.phaseGroup} schools went from ${percent(medianBefore, 1)} to ${percent(median, 1)}.`;
  const numbers = {
    value: now.value,
    year: toYear,
    threshold: median,
    source: now.source,
    otherSources: [before.source],
  };
  const step = indicator.steps.findLast(({ pointsMore }) => more >= pointsMore);
  if (step === undefined || now.value <= median) return clear(indicator, sentence, numbers);
  return raised(indicator, sentence, { ...numbers, level: step.level, points: step.points, measures: [measure] });
}
