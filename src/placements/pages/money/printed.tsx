import { SummaryList } from '../../../govuk/summary-list.tsx';
import { Table } from '../../../govuk/table.tsx';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { PrintedDocument } from '../../rules/money/document-word.ts';

/** A document as it is printed: facts, what it is for, and the sums. */
export function Printed({ printed }: { printed: PrintedDocument }) {
  const { facts, line, sums, notes } = printed;
  return (
    <>
      <SummaryList rows={facts.map(([name, value]) => ({ key: { text: name }, value: { text: value } }))} />
      <ScrollRegion label="What it is for">
        <Table
          caption="What it is for"
          captionClass="govuk-visually-hidden"
          class="app-table"
          head={line.head.map((text, k) => ({
            text,
            ...(k === line.head.length - 1 && { format: 'numeric' as const }),
          }))}
          rows={[
            line.row.map((text, k) => ({ text, ...(k === line.row.length - 1 && { format: 'numeric' as const }) })),
          ]}
        />
      </ScrollRegion>
      <Table
        caption="Sums"
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        rows={sums.map(([name, value]) => [{ text: name }, { text: value, format: 'numeric' as const }])}
      />
      {notes.map((note) => (
        <p class="govuk-body">{note}</p>
      ))}
    </>
  );
}
