import type { NamedArea } from '../schools/rules/area-named.ts';
import type { ExtractTurnover, PlaceTurnover } from '../schools/rules/headship/place-turnover.ts';
import type { HeadshipPolicy } from '../schools/rules/headship/headship-policy.ts';
import { countWords, rateWords } from '../schools/rules/headship/turnover-words.ts';
import { type PolicyAnswer, policyAnswer } from './headship-answer.ts';
import { styled } from './style.ts';
import { paragraph, textTable } from './table.ts';

/** What `headship --turnover --json` prints. */
export interface HeadshipTurnoverAnswer extends PlaceTurnover {
  area: NamedArea | null;
  policy: PolicyAnswer;
}

/** How often heads change, by the extract that shows it. */
export function headshipTurnoverAnswer(
  area: NamedArea | null,
  turnover: PlaceTurnover,
  policy: HeadshipPolicy,
): HeadshipTurnoverAnswer {
  return { area, ...turnover, policy: policyAnswer(policy) };
}

/** The same for people, at most 100 columns wide. */
export function headshipTurnoverText(
  area: NamedArea | null,
  { days, schools, once, turnover, byExtract }: PlaceTurnover,
  { colour }: { colour: boolean },
): string {
  const bold = styled(colour);
  const rests = `${countWords(days.length, 'dated extract')}; ${countWords(schools, 'school')} of which two or more tell, ${countWords(once, 'school')} seen in only one and not counted.`;
  const heading = paragraph(bold(`${area?.name ?? 'England'}: changes of head by the extract that shows them first`));
  if (schools === 0) {
    return [heading, paragraph(`${rests} It takes two dated extracts of the same schools.`)].join('\n\n');
  }
  const all = { ...turnover, shownBy: 'all', schools, notSeenBefore: sum(byExtract.map((one) => one.notSeenBefore)) };
  const right = 'right' as const;
  const table = textTable<ExtractTurnover>(
    [
      { heading: 'Shown by', value: ({ shownBy }) => shownBy },
      { heading: 'Schools', value: (row) => String(row.schools), align: right },
      { heading: 'Certain', value: (row) => String(row.certain), align: right },
      { heading: 'Likely', value: (row) => String(row.likely), align: right },
      { heading: 'Unclear', value: (row) => String(row.unclear), align: right },
      { heading: 'Same', value: (row) => String(row.same), align: right },
      { heading: 'First', value: (row) => String(row.notSeenBefore), align: right },
      { heading: 'In 100 school years', value: rateWords, align: right },
    ],
    [...byExtract, all],
  );
  const key =
    'First: those who came whom no earlier extract names as a head. In brackets: what chance alone leaves possible.';
  return [heading, paragraph(rests), table, paragraph(key)].join('\n\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
