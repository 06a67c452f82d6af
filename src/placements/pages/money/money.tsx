import { halfDaysInWords } from '../../../calendar/half-days.ts';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Table } from '../../../govuk/table.tsx';
import { WarningText } from '../../../govuk/warning-text.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { InvoiceFlow } from '../../rules/money/billing-policy.ts';
import type { Budget } from '../../rules/money/budget.ts';
import { ledgerDifferences, type LedgerLine, ledgerTotals, runningLedger } from '../../rules/money/half-day-ledger.ts';
import { hasEnded, type PlacementMoney } from '../../rules/money/placement-money.ts';
import type { MoneyView } from '../../rules/money/who-reads.ts';
import type { Placement } from '../../rules/placement.ts';
import { FROZEN } from '../../rules/states.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { BillsDue } from './bills-due.tsx';
import { DocumentTable } from './document-table.tsx';
import { HowPaid } from './how-paid.tsx';
import { TermsOfMoney } from './terms.tsx';

export interface MoneyPageProps {
  placement: Placement;
  part: PlacementPart;
  view: MoneyView;
  money: PlacementMoney;
  today: string;
  /** What the reader may do; all false for schools. */
  can: { adjust: boolean; request: boolean };
  /** To choose from, for those who charge. */
  budgets: readonly Budget[];
  chargedTo: { budgetId: string; name: string } | null;
  flows: readonly InvoiceFlow[];
  form: FormState;
  done: string | null;
}

/** The days and the money of a placement, as far as they concern the reader. */
export function MoneyPage(props: MoneyPageProps) {
  const { placement, part, view, money, today, can, done, form } = props;
  const live = !FROZEN.includes(placement.state);
  const newest = money.terms.at(-1);
  return (
    <PlacementFrame placement={placement} part={part} current="money" errors={errorsOf(form)} done={done} wide>
      <DaysLedger
        money={money}
        view={view}
        billedAhead={(money.flow?.billedAhead ?? false) && !hasEnded(placement)}
        adjust={can.adjust && live ? paths.placementMoney(placement.id, 'adjust') : null}
      />
      {view.kind !== 'days' && newest !== undefined && <TermsOfMoney terms={newest} flow={money.flow} view={view} />}
      {view.kind === 'all' && (
        <BillsDue
          placement={placement}
          bills={money.bills}
          signed={newest !== undefined}
          may={can.request && live}
          today={today}
        />
      )}
      {view.kind !== 'days' && (
        <section aria-labelledby="documents">
          <h2 class="govuk-heading-m" id="documents">
            {view.kind === 'all' ? 'Orders, invoices and credit notes' : 'Invoices of your school in this placement'}
          </h2>
          <DocumentTable
            documents={money.documents}
            today={today}
            empty={view.kind === 'all' ? 'Nothing was asked for yet.' : 'There is none that concerns your school yet.'}
          />
        </section>
      )}
      {view.kind === 'all' && <HowPaid {...props} may={can.request && live} />}
    </PlacementFrame>
  );
}

interface LedgerProps {
  money: PlacementMoney;
  view: MoneyView;
  /** Whether days are billed before they are delivered, and more can still be. */
  billedAhead: boolean;
  /** Where days are put right, for those who do. */
  adjust: string | null;
}

function DaysLedger({ money, view, billedAhead, adjust }: LedgerProps) {
  const lines = runningLedger(money.entries);
  const totals = ledgerTotals(money.entries);
  const withBills = view.kind !== 'days';
  const differences = money.terms.length === 0 || !withBills ? [] : ledgerDifferences(totals, billedAhead);
  return (
    <section aria-labelledby="ledger">
      <h2 class="govuk-heading-m" id="ledger">
        Days
      </h2>
      <p class="govuk-body">
        {totals.planned === 0
          ? 'No days are planned yet.'
          : `${days(totals.planned)} planned, ${days(totals.delivered)} delivered, `}
        {totals.planned === 0
          ? ''
          : `${totals.left < 0 ? `${days(-totals.left)} more than planned` : `${days(totals.left)} left`}.`}
      </p>
      {differences.length > 0 && (
        <WarningText iconFallbackText="Note">
          {differences
            .map(({ difference, halfDays }) => `${capital(halfDaysInWords(halfDays))} ${difference}.`)
            .join(' ')}
        </WarningText>
      )}
      {lines.length > 0 && (
        <ScrollRegion label="Ledger of half days">
          <Table
            caption="Each entry with the totals after it"
            captionClass="govuk-visually-hidden"
            class="app-table"
            firstCellIsHeader
            head={[
              { text: 'Day' },
              { text: 'What' },
              { text: 'Days', format: 'numeric' },
              { text: 'Planned', format: 'numeric' },
              { text: 'Delivered', format: 'numeric' },
              ...(withBills ? [{ text: 'Invoiced', format: 'numeric' as const }] : []),
              { text: 'Left', format: 'numeric' },
            ]}
            rows={lines.map((line) => ledgerRow(line, withBills))}
          />
        </ScrollRegion>
      )}
      {adjust !== null && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={adjust}>
            Put the days delivered right
          </a>
        </p>
      )}
    </section>
  );
}

function ledgerRow({ day, kind, halfDays, words, by, totals }: LedgerLine, withBills: boolean) {
  const figure = (count: number) => ({ text: inDays(count), format: 'numeric' as const });
  return [
    { text: dayInWords(day) },
    { text: by === null ? words : `${words} (${by})` },
    { text: `${halfDays > 0 ? '+' : ''}${inDays(halfDays)} ${kind}`, format: 'numeric' as const },
    figure(totals.planned),
    figure(totals.delivered),
    ...(withBills ? [figure(totals.invoiced)] : []),
    figure(totals.left),
  ];
}

/** "2.5", "−1": half days as days in figures. */
export function inDays(halfDays: number): string {
  return String(halfDays / 2).replace('-', '−');
}

function days(halfDays: number): string {
  return halfDaysInWords(halfDays);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
