import type { ComponentChildren } from 'preact';
import { Table } from '../../../govuk/table.tsx';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { type MoneyDocument, standingOf } from '../../rules/money/money-document.ts';
import { poundsText } from '../../rules/money/pence.ts';
import type { BillStanding } from '../../rules/money/bills.ts';
import { DocumentTable } from './document-table.tsx';

/** A bill that is due to be written, with where. */
export interface DueBillRow {
  placement: { id: string; reference: string; supported: { name: string } };
  bill: BillStanding;
}

interface ServiceMoneyProps {
  organisation: { id: string; name: string };
  documents: readonly MoneyDocument[];
  due: readonly DueBillRow[];
  today: string;
}

/** The money of all placements of a service: what waits, what is late, what is to be billed. */
export function ServiceMoneyPage({ organisation, documents, due, today }: ServiceMoneyProps) {
  const standing = (of: (one: ReturnType<typeof standingOf>) => boolean) =>
    documents.filter((document) => of(standingOf(document, today)));
  const waiting = standing((one) => one === 'waits for approval');
  const overdue = standing((one) => one === 'overdue').toSorted((a, b) => a.dueOn!.localeCompare(b.dueOn!));
  return (
    <Page
      title={`Orders and invoices: ${organisation.name}`}
      heading="Orders and invoices"
      caption={organisation.name}
      wide
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
    >
      <MoneyLinks organisation={organisation} current="money" />
      <Section id="waiting" heading="Waiting for approval">
        <DocumentTable
          documents={waiting}
          today={today}
          ofMany
          label="Waiting for approval"
          empty="Nothing waits for approval."
        />
      </Section>
      <Section id="overdue" heading="Overdue">
        <DocumentTable documents={overdue} today={today} ofMany label="Overdue" empty="No invoice is overdue." />
      </Section>
      <Section id="due" heading="To be billed">
        <DueBills due={due} today={today} />
      </Section>
      <Section id="all" heading="All orders, invoices and credit notes">
        {documents.length > 0 && (
          <p class="govuk-body app-no-print">
            <a class="govuk-link" href={paths.serviceMoneyCsv(organisation.id)}>
              All of them as CSV, for a finance system
            </a>
          </p>
        )}
        <DocumentTable documents={documents} today={today} ofMany label="All documents" empty="There is none yet." />
      </Section>
    </Page>
  );
}

function Section({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

function DueBills({ due, today }: Pick<ServiceMoneyProps, 'due' | 'today'>) {
  if (due.length === 0) return <p class="govuk-body">Nothing is to be billed now.</p>;
  return (
    <ScrollRegion label="To be billed">
      <Table
        caption="What is to be billed"
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={[{ text: 'Placement' }, { text: 'Bill' }, { text: 'By' }, { text: 'Net', format: 'numeric' }]}
        rows={due.map(({ placement, bill }) => [
          {
            text: (
              <a class="govuk-link" href={paths.placementPage(placement.id, 'money')}>
                {placement.reference}, {placement.supported.name}
              </a>
            ),
          },
          { text: bill.rule.label },
          { text: bill.by === null ? '' : `${dayInWords(bill.by)}${bill.by < today ? ' (late)' : ''}` },
          { text: poundsText(bill.netPence), format: 'numeric' },
        ])}
      />
    </ScrollRegion>
  );
}

const PARTS = [
  { part: 'money', text: 'Orders and invoices', href: paths.serviceMoney },
  { part: 'budgets', text: 'Budgets and grants', href: paths.budgets },
  { part: 'rates', text: 'Day rates', href: paths.serviceRates },
] as const;

/** The ways between the pages of the money of a service. */
export function MoneyLinks({
  organisation,
  current,
}: {
  organisation: { id: string };
  current: (typeof PARTS)[number]['part'];
}) {
  return (
    <nav class="app-no-print" aria-label="Money of the service">
      <ul class="govuk-list app-choices">
        {PARTS.map(({ part, text, href }) => (
          <li>
            {part === current ? (
              <strong aria-current="page">{text}</strong>
            ) : (
              <a class="govuk-link" href={href(organisation.id)}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
