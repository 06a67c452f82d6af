import { csvText } from '../../schools/rules/csv-text.ts';
import { decisionWords } from '../../need/rules/decision.ts';
import type { AreaPlan } from './area-plan.ts';

const HEAD = [
  'School URN',
  'School',
  'Category',
  'Category confirmed or changed',
  'Days a year',
  'Head of URN',
  'Head of',
  'Kilometres',
  'Minutes',
  'Why',
];

/** A plan as CSV text for a spreadsheet: every school in need, with its head or with why there is none. */
export function planAsCsv({ inNeed, assignments, uncovered }: AreaPlan): string {
  const pairs = new Map(assignments.map((pair) => [pair.schoolUrn, pair]));
  const whyNot = new Map(uncovered.map(({ urn, why }) => [urn, why]));
  const rows = inNeed.map(({ urn, name, category, decision, days }) => {
    const pair = pairs.get(urn);
    const said = decision === null ? '' : decisionWords(decision);
    return pair === undefined
      ? [urn, name, category, said, days, '', '', '', '', whyNot.get(urn) ?? '']
      : [
          urn,
          name,
          category,
          said,
          days,
          pair.leaderSchoolUrn,
          pair.leaderSchoolName,
          pair.km,
          pair.minutes,
          pair.reasons.join(' '),
        ];
  });
  return csvText(HEAD, rows);
}
