import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { type MinimumStandards, standardOf } from './minimum-standards.ts';
import type { IndicatorPolicy, NeedPolicy } from './need-policy.ts';
import { estimateReads } from './progress-estimate.ts';

export type MeasureYear = readonly [MeasureCode, number];

/** Every figure that an assessment under the policy may look at: what to read from the database, once each. */
export function measuresRead(policy: NeedPolicy, standards: MinimumStandards): MeasureYear[] {
  const wanted = new Map<string, MeasureYear>();
  for (const indicator of policy.indicators) {
    for (const pair of pairsOf(indicator, policy, standards)) wanted.set(pair.join(':'), pair);
  }
  return [...wanted.values()];
}

function pairsOf(indicator: IndicatorPolicy, policy: NeedPolicy, standards: MinimumStandards): MeasureYear[] {
  switch (indicator.code) {
    case 'minimum_standard':
    case 'attainment':
    case 'coasting':
      return standardPairs(policy, standards, indicator.standard, indicator.years);
    case 'progress':
      return indicator.steps.flatMap((step) => standardPairs(policy, standards, step.standard, indicator.years));
    case 'trend':
      return indicator.measures.flatMap((measure) => estimateReads(policy.pupilSpread, measure, indicator.years));
    case 'persistent_absence':
    case 'overall_absence':
    case 'pupil_teacher_ratio':
    case 'disadvantage':
      return indicator.years.map((year) => [indicator.measure, year] as const);
    case 'pooled_progress':
      return indicator.steps.flatMap((step) => standardPairs(policy, standards, step.standard, indicator.years));
    case 'pooled_attainment':
    case 'destinations':
      return indicator.years.flatMap((year) => [
        [indicator.measure, year] as const,
        // The pupils may be those of two years before.
        ...[0, 1, 2].map((back) => [indicator.pupils, year - back] as const),
      ]);
    case 'disadvantage_gap':
      return indicator.years.flatMap((year) =>
        [indicator.disadvantaged, indicator.other].flatMap(({ measure, pupils }) => [
          [measure, year] as const,
          [pupils, year] as const,
        ]),
      );
    case 'absence_rise':
      return [
        [indicator.measure, indicator.fromYear],
        [indicator.measure, indicator.toYear],
      ];
    case 'inclusion':
      return indicator.shown.flatMap(({ measure }) => indicator.years.map((year) => [measure, year] as const));
    case 'falling_roll':
      return [
        ['roll', indicator.fromYear],
        ['roll', indicator.toYear],
      ];
    case 'finance':
      return indicator.years.flatMap((year) => [['in_year_balance', year] as const, ['income', year] as const]);
    case 'inspection':
    case 'repeat_below_good':
    case 'new_head':
    case 'leadership_judgement':
    case 'education_judgement':
    case 'report_card_leadership':
    case 'report_card_areas':
    case 'category_of_concern':
    case 'head_post':
    case 'concern':
    case 'complaint':
    case 'governance':
    case 'safeguarding_review':
    case 'leadership_capacity':
    case 'staffing':
      return [];
    default:
      return indicator satisfies never;
  }
}

function standardPairs(
  policy: NeedPolicy,
  standards: MinimumStandards,
  id: Parameters<typeof standardOf>[1],
  years: readonly number[],
): MeasureYear[] {
  const { attainment, progress } = standardOf(standards, id);
  return [
    ...(attainment === null ? [] : years.map((year) => [attainment.measure, year] as const)),
    ...progress.flatMap(({ measure }) => estimateReads(policy.pupilSpread, measure, years)),
  ];
}
