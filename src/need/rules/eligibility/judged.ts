import type { SchemePolicy } from '../../../schools/rules/inspections/scheme-policy.ts';
import { estimateReads } from '../progress-estimate.ts';
import type { MeasureYear } from '../measures-read.ts';
import { type MinimumStandards, standardOf } from '../minimum-standards.ts';
import type { PupilSpread } from '../need-policy.ts';
import type { Answer } from './answer.ts';
import { byCategory } from './by-category.ts';
import { byInspections, type InspectedSchool } from './by-inspections.ts';
import type { CategoryRule, ResultsPart, ResultsRule, RowRule } from './definition.ts';

/** Every figure that a definition by results may look at. */
export function figuresRead(
  rule: ResultsRule,
  standards: MinimumStandards,
  spreads: readonly PupilSpread[],
): MeasureYear[] {
  const wanted = new Map<string, MeasureYear>();
  for (const part of rule.parts) {
    for (const pair of partReads(part, standards, spreads)) wanted.set(pair.join(':'), pair);
  }
  return [...wanted.values()];
}

function partReads(
  { standard, years }: ResultsPart,
  standards: MinimumStandards,
  spreads: readonly PupilSpread[],
): MeasureYear[] {
  const { attainment, progress } = standardOf(standards, standard);
  return [
    ...(attainment === null ? [] : years.map((year) => [attainment.measure, year] as const)),
    ...progress.flatMap(({ measure }) => estimateReads(spreads, measure, years)),
  ];
}

/** Whether a school meets a definition by its inspections, as at a day (ISO). */
export function judgedByInspections(
  school: InspectedSchool,
  rule: RowRule | CategoryRule,
  asAt: string,
  schemes: readonly SchemePolicy[],
): Answer {
  return rule.kind === 'inspections in a row'
    ? byInspections(school, rule, asAt)
    : byCategory(school, rule, asAt, schemes);
}
