import { halfDaysInWords } from '../../../calendar/half-days.ts';
import { Button } from '../../../govuk/button.tsx';
import { Table } from '../../../govuk/table.tsx';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { MoneyParty } from '../../rules/money/agreed-terms.ts';
import type { BillStanding } from '../../rules/money/bills.ts';
import { DOCUMENT_WORDS } from '../../rules/money/money-document.ts';
import { poundsText } from '../../rules/money/pence.ts';
import type { Placement } from '../../rules/placement.ts';

export const PARTY_WORDS: Readonly<Record<MoneyParty, string>> = {
  service: 'The service',
  'supported school': 'The supported school',
  'home school': 'The home school',
  trust: 'The trust of the supported school',
};

const STATES: Readonly<Record<BillStanding['state'], string>> = {
  'not yet': 'Not due to be written yet',
  'to bill': 'To be written',
  'waits for approval': 'Waits for approval',
  billed: 'Written',
};

interface BillsDueProps {
  placement: Placement;
  bills: readonly BillStanding[];
  /** Whether an agreement is signed by all. */
  signed: boolean;
  may: boolean;
  today: string;
}

/** What stands to be billed in a placement, and the buttons that ask for it. */
export function BillsDue({ placement, bills, signed, may, today }: BillsDueProps) {
  const due = bills.filter(({ state }) => state === 'to bill');
  return (
    <section aria-labelledby="bills">
      <h2 class="govuk-heading-m" id="bills">
        What is to be billed
      </h2>
      {bills.length === 0 ? (
        <p class="govuk-body">
          {signed
            ? 'Nothing is billed under this agreement.'
            : 'Nothing is billed before the agreement is signed by all.'}
        </p>
      ) : (
        <ScrollRegion label="Bills">
          <Table
            caption="Bills of this placement"
            captionClass="govuk-visually-hidden"
            class="app-table"
            firstCellIsHeader
            head={[
              { text: 'Bill' },
              { text: 'From' },
              { text: 'To' },
              { text: 'Standing' },
              { text: 'Days', format: 'numeric' },
              { text: 'Net', format: 'numeric' },
              { text: 'VAT', format: 'numeric' },
            ]}
            rows={bills.map((bill) => [
              { text: `${DOCUMENT_WORDS[bill.rule.document]}: ${bill.rule.label}` },
              { text: PARTY_WORDS[bill.from] },
              { text: PARTY_WORDS[bill.to] },
              { text: standing(bill, today) },
              { text: bill.state === 'to bill' ? halfDaysInWords(bill.halfDays) : '', format: 'numeric' },
              { text: bill.state === 'to bill' ? poundsText(bill.netPence) : '', format: 'numeric' },
              { text: bill.state === 'to bill' ? poundsText(bill.vatPence) : '', format: 'numeric' },
            ])}
          />
        </ScrollRegion>
      )}
      {may &&
        due.map(({ rule, halfDays, netPence }) => (
          <Form action={paths.placementMoney(placement.id, 'request')} class="app-no-print">
            <input type="hidden" name="bill" value={rule.code} />
            <input type="hidden" name="halfDays" value={halfDays} />
            <input type="hidden" name="netPence" value={netPence} />
            <Button class="govuk-button--secondary" preventDoubleClick>
              {`Ask for this ${rule.document}: ${rule.label}`}
            </Button>
          </Form>
        ))}
      {may && due.length > 0 && (
        <p class="govuk-body app-no-print">
          Somebody else of the service approves it; then it gets its number and its date.
        </p>
      )}
    </section>
  );
}

function standing({ state, by }: BillStanding, today: string): string {
  if (state !== 'to bill' || by === null) return STATES[state];
  return `${by < today ? 'Late: to be written by' : 'To be written by'} ${dayInWords(by)}`;
}
