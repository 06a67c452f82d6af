import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Table } from '../../../govuk/table.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { printedRemittance } from '../../rules/money/document-word.ts';
import type { MoneyDocument } from '../../rules/money/money-document.ts';
import type { Payment } from '../../rules/money/payment.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { BackToMoney } from './back-to-money.tsx';
import { Printed } from './printed.tsx';

interface RemittanceProps {
  placement: Placement;
  part: PlacementPart;
  document: MoneyDocument;
  payments: readonly Payment[];
}

/** The advice that goes with what was paid of an invoice, to be printed. */
export function RemittancePage({ placement, part, document, payments }: RemittanceProps) {
  const printed = printedRemittance(document, payments);
  return (
    <PlacementFrame placement={placement} part={part} current="money" heading={printed.title}>
      <BackToMoney placement={placement} />
      <Printed printed={printed} />
      <ScrollRegion label="What was paid">
        <Table
          caption="What was paid"
          captionClass="govuk-table__caption--m"
          class="app-table"
          firstCellIsHeader
          head={printed.payments.head.map((text, k) => ({ text, ...(k === 2 && { format: 'numeric' as const }) }))}
          rows={printed.payments.rows.map((row) =>
            row.map((text, k) => ({ text, ...(k === 2 && { format: 'numeric' as const }) })),
          )}
        />
      </ScrollRegion>
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.moneyDocument(placement.id, document.id, 'remittance-word')}>
          As a Word document
        </a>
      </p>
    </PlacementFrame>
  );
}
