import { halfDaysInWords } from '../../../calendar/half-days.ts';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import type { AgreedTerms, Brokerage } from '../../rules/money/agreed-terms.ts';
import type { InvoiceFlow } from '../../rules/money/billing-policy.ts';
import { percentText, poundsText } from '../../rules/money/pence.ts';
import type { MoneyView } from '../../rules/money/who-reads.ts';

const PAYERS = {
  service: 'The service, from its budgets',
  'supported school': 'The supported school',
  trust: 'The trust of the supported school',
} as const;

interface TermsProps {
  terms: AgreedTerms;
  flow: InvoiceFlow | null;
  view: MoneyView;
}

function row(key: string, value: string) {
  return { key: { text: key }, value: { text: value } };
}

/** What the signed agreement says of money. */
export function TermsOfMoney({ terms, flow, view }: TermsProps) {
  return (
    <section aria-labelledby="terms">
      <h2 class="govuk-heading-m" id="terms">
        What was agreed
      </h2>
      <SummaryList
        rows={[
          row('Agreement signed by all', dayInWords(terms.signedOn)),
          row('Days agreed', halfDaysInWords(terms.halfDays)),
          row('Price of a day', poundsText(terms.pencePerDay)),
          row('VAT', terms.vatBasisPoints === 0 ? 'None due' : percentText(terms.vatBasisPoints)),
          row('Who pays', PAYERS[terms.payer]),
          // What the service keeps is between it and the home school.
          ...(view.kind === 'school' && view.party === 'supported school'
            ? []
            : [row('Part of the service', brokerageWords(terms.brokerage))]),
          ...(flow === null ? [] : [row('Who bills whom', flow.label)]),
        ]}
      />
    </section>
  );
}

/** "15% inside the price", "£50.00 of each day". */
export function brokerageWords(brokerage: Brokerage): string {
  switch (brokerage.way) {
    case 'none':
      return 'None';
    case 'percentage inside':
      return `${percentText(brokerage.basisPoints)} inside the price`;
    case 'percentage added':
      return `${percentText(brokerage.basisPoints)} added to the price`;
    case 'flat fee inside':
      return `${poundsText(brokerage.pencePerDay)} of each day, inside the price`;
  }
}
