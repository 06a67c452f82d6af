import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { figureOf, whyMissing } from './figures.ts';
import type { FallingRollIndicator } from './need-policy.ts';
import { percent } from './wording.ts';

/** Fewer pupils on roll than some years before: money and posts go with them. */
export function fallingRoll(school: SchoolFacts, indicator: FallingRollIndicator): IndicatorResult {
  const before = figureOf(school, 'roll', indicator.fromYear);
  const now = figureOf(school, 'roll', indicator.toYear);
  if (before === null || now === null || before.value === 0) {
    const year = before === null || before.value === 0 ? indicator.fromYear : indicator.toYear;
    return missing(indicator, `No roll to compare for ${academicYear(year)}: ${whyMissing(school, 'roll', [year])}.`);
  }
  const lost = before.value - now.value;
  const fall = (lost / before.value) * 100;
  const change =
    Math.abs(fall) < 0.5 ? 'hardly a change' : `a ${lost > 0 ? 'fall' : 'rise'} of ${percent(Math.abs(fall))}`;
  const sentence = `${now.value} pupils on roll in ${academicYear(now.year)}, ${before.value} in ${academicYear(before.year)}: ${change}.`;
  const numbers = { value: now.value, year: now.year, source: now.source, otherSources: [before.source] };
  const step = indicator.steps.findLast(({ fallPercent }) => fall >= fallPercent);
  if (step === undefined || lost < indicator.fewestPupils) return clear(indicator, sentence, numbers);
  const threshold = Math.round(before.value * (1 - step.fallPercent / 100));
  return raised(indicator, sentence, { ...numbers, threshold, level: step.level, points: step.points });
}
