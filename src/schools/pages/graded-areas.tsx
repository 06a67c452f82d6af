import { SummaryList } from '../../govuk/summary-list.tsx';
import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayText } from '../rules/figure-words.ts';
import type { GradedRecord } from '../rules/inspections/inspection-record.ts';
import { gradedFacts } from '../rules/inspections/inspection-words.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { InspectionDay, InspectionSource } from './inspection-source.tsx';

interface GradedAreasProps {
  of: GradedRecord;
  /** "Report card" or what else it is, before its day. */
  title: string;
  asAt: string;
  frame: NationalFrame;
}

/** One inspection graded area by area: the areas with their grades in words, and what is published beside them. */
export function GradedAreas({ of: one, title, asAt, frame }: GradedAreasProps) {
  const name = `${title} of ${dayText(one.inspectedOn)}`;
  const dated = one.judgements.some(({ gradedOn }) => gradedOn !== null && gradedOn !== one.inspectedOn);
  return (
    <div>
      <h4 class="govuk-body govuk-!-font-weight-bold">{name}</h4>
      <ScrollRegion label={name}>
        <Table
          class="app-table"
          caption={`${name}: areas and their grades`}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ text: 'Area' }, { text: 'Grade' }, ...(dated ? [{ text: 'Graded on' }] : [])]}
          rows={one.judgements.map(({ area, grade, gradedOn }) => [
            { text: area },
            { text: grade },
            ...(dated ? [{ text: gradedOn === null ? '' : dayText(gradedOn) }] : []),
          ])}
        />
      </ScrollRegion>
      <SummaryList
        class="govuk-!-font-size-16"
        rows={[
          { key: { text: 'Inspected' }, value: { text: <InspectionDay of={one} asAt={asAt} /> } },
          ...gradedFacts(one).map(([key, text]) => ({ key: { text: key }, value: { text } })),
          ...(one.scheme === 'report card' && one.check !== null
            ? [
                {
                  key: { text: 'What the table of categories says' },
                  value: { text: one.check.sentences.join(' ') },
                },
              ]
            : []),
          { key: { text: 'Source' }, value: { text: <InspectionSource of={one} frame={frame} /> } },
        ]}
      />
    </div>
  );
}
