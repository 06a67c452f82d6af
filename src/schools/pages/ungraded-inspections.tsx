import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { UngradedRecord } from '../rules/inspections/inspection-record.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { InspectionDay, InspectionSource } from './inspection-source.tsx';

interface UngradedInspectionsProps {
  inspections: readonly UngradedRecord[];
  asAt: string;
  frame: NationalFrame;
}

/** Inspections that give no grades, newest first, with what they found as published. */
export function UngradedInspections({ inspections, asAt, frame }: UngradedInspectionsProps) {
  return (
    <ScrollRegion label="Ungraded and monitoring inspections">
      <Table
        class="app-table"
        caption="Ungraded and monitoring inspections, newest first"
        captionClass="govuk-visually-hidden"
        head={[{ text: 'Inspected' }, { text: 'Kind' }, { text: 'Outcome as published' }, { text: 'Source' }]}
        firstCellIsHeader
        rows={inspections.map((one) => [
          { text: <InspectionDay of={one} asAt={asAt} /> },
          { text: one.kind === 'ungraded' ? 'Ungraded' : 'Monitoring' },
          { text: one.words },
          { text: <InspectionSource of={one} frame={frame} /> },
        ])}
      />
    </ScrollRegion>
  );
}
