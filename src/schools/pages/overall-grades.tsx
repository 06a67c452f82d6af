import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { OverallGradeRecord } from '../rules/inspections/inspection-record.ts';
import { categoryWords, judgementsText, safeguardingWords } from '../rules/inspections/inspection-words.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { InspectionDay, InspectionSource } from './inspection-source.tsx';

interface OverallGradesProps {
  inspections: readonly OverallGradeRecord[];
  asAt: string;
  frame: NationalFrame;
}

/** Inspections with an overall grade, newest first, with the judgements behind it where the file tells them. */
export function OverallGrades({ inspections, asAt, frame }: OverallGradesProps) {
  const judged = inspections.some(({ judgements }) => judgements.length > 0);
  return (
    <ScrollRegion label="Inspections with an overall grade">
      <Table
        class="app-table"
        caption="Inspections with an overall grade, newest first"
        captionClass="govuk-visually-hidden"
        head={[
          { text: 'Inspected' },
          { text: 'Overall grade' },
          ...(judged ? [{ text: 'Judgements behind it' }] : []),
          { text: 'Source' },
        ]}
        firstCellIsHeader
        rows={inspections.map((one) => [
          { text: <InspectionDay of={one} asAt={asAt} /> },
          { text: one.outcome },
          ...(judged ? [{ text: <small>{judgementsWords(one)}</small> }] : []),
          { text: <InspectionSource of={one} frame={frame} /> },
        ])}
      />
    </ScrollRegion>
  );
}

function judgementsWords(one: OverallGradeRecord): string {
  const { safeguarding, categoryOfConcern } = one;
  const parts = [
    judgementsText(one),
    safeguarding === null ? '' : `Safeguarding: ${safeguardingWords(safeguarding)}`,
    categoryOfConcern === null || categoryOfConcern === 'none'
      ? ''
      : `Category of concern: ${categoryWords(categoryOfConcern)}`,
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join('; ') : 'not told by this file';
}
