import { type CsvCell, csvText } from '../../../schools/rules/csv-text.ts';
import type { RoundPlan } from './round-plan.ts';

const HEAD = [
  'Need',
  'School URN',
  'School',
  'Category',
  'Support',
  'Days in the term',
  'Leader',
  'Leader key',
  'Home URN',
  'Home school',
  'Kilometres',
  'Minutes one way',
  'Cost in minutes',
  'Pounds',
  'Placed by',
  'Why',
];

/** A proposal as CSV text: every need, with its leader or with why there is none. `supportWords` names what a need is for. */
export function roundPlanCsv({ pairs, uncovered }: RoundPlan, supportWords: (support: string) => string): string {
  const ofNeed = (need: RoundPlan['uncovered'][number] | RoundPlan['pairs'][number]): CsvCell[] => [
    need.needKey,
    need.urn,
    need.school,
    need.category,
    supportWords(need.support),
    need.days,
  ];
  return csvText(HEAD, [
    ...pairs.map((pair) => [
      ...ofNeed(pair),
      pair.leader,
      pair.leaderKey,
      pair.homeUrn,
      pair.home,
      pair.km,
      pair.minutes,
      pair.cost,
      pair.pence === null ? 'not known' : pair.pence / 100,
      pair.placedBy ?? '',
      pair.reasons.join(' '),
    ]),
    ...uncovered.map((need) => [...ofNeed(need), ...Array.from({ length: 9 }, () => ''), need.why]),
  ]);
}
