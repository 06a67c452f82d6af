import type { PupilSpread } from '../../need/rules/need-policy.ts';
import { type MinimumStandards, standardOf } from '../../need/rules/minimum-standards.ts';
import { estimateReads } from '../../need/rules/progress-estimate.ts';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { DesignationCriterion, DesignationPolicy } from './designation-policy.ts';

export type MeasureYear = readonly [MeasureCode, number];

/** Every figure that the criteria may look at: what to read from the database, once each. */
export function measuresAsked(
  policy: DesignationPolicy,
  standards: MinimumStandards,
  spreads: readonly PupilSpread[],
): MeasureYear[] {
  const pairs: MeasureYear[] = [
    ['roll', policy.capacity.rollYear],
    ...policy.criteria.flatMap((criterion) => pairsOf(criterion, standards, spreads)),
  ];
  return [...new Map(pairs.map((pair) => [pair.join(':'), pair])).values()];
}

function pairsOf(
  criterion: DesignationCriterion,
  standards: MinimumStandards,
  spreads: readonly PupilSpread[],
): MeasureYear[] {
  if (criterion.rule === 'consistent') {
    return criterion.series.flatMap(({ measures, years }) =>
      measures.flatMap((measure) => years.map((year) => [measure, year] as const)),
    );
  }
  if (criterion.rule === 'grade') return [];
  return criterion.standards.flatMap(({ standard, years, newestProgress }) => {
    const { attainment, progress } = standardOf(standards, standard);
    const all = [...years, newestProgress];
    return [
      ...(attainment === null ? [] : years.map((year) => [attainment.measure, year] as const)),
      ...progress.flatMap(({ measure }) => estimateReads(spreads, measure, all)),
    ];
  });
}
