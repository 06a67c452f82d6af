import { Table } from '../../../govuk/table.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import {
  daysLate,
  DOCUMENT_WORDS,
  type MoneyDocument,
  numberText,
  owedOf,
  STANDING_COLOURS,
  STANDING_WORDS,
  standingOf,
} from '../../rules/money/money-document.ts';
import { poundsText } from '../../rules/money/pence.ts';

interface DocumentTableProps {
  documents: readonly MoneyDocument[];
  today: string;
  /** What is said when there are none. */
  empty: string;
  /** Whether they are of several placements. */
  ofMany?: boolean;
  label?: string;
}

/** Orders, invoices and credit notes, each with how it stands. */
export function DocumentTable({ documents, today, empty, ofMany = false, label = 'Documents' }: DocumentTableProps) {
  if (documents.length === 0) return <p class="govuk-body">{empty}</p>;
  return (
    <ScrollRegion label={label}>
      <Table
        caption={label}
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Document' },
          ...(ofMany ? [{ text: 'Placement' }] : []),
          { text: 'From and to' },
          { text: 'Date' },
          { text: 'Standing' },
          { text: 'Total', format: 'numeric' },
          { text: 'Owed', format: 'numeric' },
        ]}
        rows={documents.map((document) => [
          {
            text: (
              <a class="govuk-link" href={paths.moneyDocument(document.placementId, document.id)}>
                {DOCUMENT_WORDS[document.kind]} {numberText(document) ?? '(no number yet)'}
              </a>
            ),
          },
          ...(ofMany ? [{ text: `${document.reference}, ${document.school}` }] : []),
          { text: `${document.fromName} to ${document.toName}` },
          { text: document.issuedOn === null ? '' : dayInWords(document.issuedOn) },
          { text: <StandingTag document={document} today={today} /> },
          { text: poundsText(document.totalPence), format: 'numeric' },
          { text: owedOf(document) === 0 ? '' : poundsText(owedOf(document)), format: 'numeric' },
        ])}
      />
    </ScrollRegion>
  );
}

/** How a document stands, with by how much it is late. */
export function StandingTag({ document, today }: { document: MoneyDocument; today: string }) {
  const standing = standingOf(document, today);
  const late = daysLate(document, today);
  return (
    <>
      <Tag class={`govuk-tag--${STANDING_COLOURS[standing]}`}>{STANDING_WORDS[standing]}</Tag>
      {late > 0 && ` ${late} ${late === 1 ? 'day' : 'days'} late`}
    </>
  );
}
