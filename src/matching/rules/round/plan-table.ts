import type { CsvCell } from '../../../schools/rules/csv-text.ts';
import type { HandedTable } from '../handed-table.ts';
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

/** A proposal as a table: every need, with its leader or with why there is none. `supportWords` names what a need is for. */
export function roundPlanTable(
  { pairs, uncovered }: RoundPlan,
  supportWords: (support: string) => string,
): HandedTable {
  const ofNeed = (need: RoundPlan['uncovered'][number] | RoundPlan['pairs'][number]): CsvCell[] => [
    need.needKey,
    need.urn,
    need.school,
    need.category,
    supportWords(need.support),
    need.days,
  ];
  const rows = [
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
  ];
  return { head: HEAD, rows };
}
