import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Table } from '../../../govuk/table.tsx';
import { WarningText } from '../../../govuk/warning-text.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { type Budget, financialYearText } from '../../rules/money/budget.ts';
import { poundsText } from '../../rules/money/pence.ts';
import { MoneyLinks } from './service-money.tsx';

interface BudgetsPageProps {
  organisation: { id: string; name: string };
  budgets: readonly Budget[];
  placements: readonly {
    placementId: string;
    budgetId: string;
    reference: string;
    school: string;
    agreed: number;
    invoiced: number;
    paid: number;
  }[];
  movements: readonly {
    from: { name: string } | null;
    to: { name: string } | null;
    pence: number;
    words: string;
    by: string | null;
    at: Date;
  }[];
  /** The kind of help of a code, in words. */
  typeWords: (code: string) => string;
  changes: boolean;
  overspend: 'warn' | 'refuse';
  done: string | null;
}

const figure = (pence: number) => ({ text: poundsText(pence), format: 'numeric' as const });

/** The budgets and grants of a service: what is in each, committed, invoiced, paid and left. */
export function BudgetsPage({
  organisation,
  budgets,
  placements,
  movements,
  typeWords,
  changes,
  overspend,
  done,
}: BudgetsPageProps) {
  const overspent = budgets.filter(({ left }) => left < 0);
  return (
    <Page
      title={`Budgets and grants: ${organisation.name}`}
      heading="Budgets and grants"
      caption={organisation.name}
      wide
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
    >
      {done !== null && <NotificationBanner type="success">{done}</NotificationBanner>}
      <MoneyLinks organisation={organisation} current="budgets" />
      <p class="govuk-body">
        Committed is what signed agreements will cost the service, or what it was invoiced where that is more; all
        without VAT.{' '}
        {overspend === 'warn'
          ? 'A budget can be spent beyond its amount: then it is said here.'
          : 'Nothing is charged to a budget beyond its amount.'}
      </p>
      {overspent.length > 0 && (
        <WarningText iconFallbackText="Warning">
          {overspent.map(({ name, left }) => `${name} is overspent by ${poundsText(-left)}.`).join(' ')}
        </WarningText>
      )}
      {changes && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={paths.budgetsPart(organisation.id, 'new')}>
            Open a budget
          </a>
          {budgets.length > 0 && (
            <>
              {' or '}
              <a class="govuk-link" href={paths.budgetsPart(organisation.id, 'move')}>
                move money
              </a>
            </>
          )}
        </p>
      )}
      {budgets.length === 0 ? (
        <p class="govuk-body">There is no budget yet.</p>
      ) : (
        <>
          <ScrollRegion label="Budgets">
            <Table
              caption="Budgets and grants"
              captionClass="govuk-visually-hidden"
              class="app-table"
              firstCellIsHeader
              head={[
                { text: 'Budget' },
                { text: 'Fund' },
                { text: 'Year' },
                { text: 'Restricted to' },
                ...['Amount', 'Committed', 'Invoiced', 'Paid', 'Left'].map((text) => ({
                  text,
                  format: 'numeric' as const,
                })),
              ]}
              rows={budgets.map((budget) => [
                { text: budget.name },
                { text: budget.fund },
                { text: financialYearText(budget.financialYear) },
                { text: budget.restrictedTo.length === 0 ? 'Any help' : budget.restrictedTo.map(typeWords).join('; ') },
                ...[budget.amount, budget.committed, budget.invoiced, budget.paid, budget.left].map(figure),
              ])}
            />
          </ScrollRegion>
          <p class="govuk-body app-no-print">
            The budgets{' '}
            <a class="govuk-link" href={paths.budgetsFile(organisation.id, 'csv')}>
              as CSV
            </a>{' '}
            or{' '}
            <a class="govuk-link" href={paths.budgetsFile(organisation.id, 'xlsx')}>
              as a spreadsheet
            </a>
          </p>
        </>
      )}
      {placements.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Placements charged to them</h2>
          <ScrollRegion label="Placements charged to budgets">
            <Table
              caption="Placements charged to budgets"
              captionClass="govuk-visually-hidden"
              class="app-table"
              firstCellIsHeader
              head={[
                { text: 'Placement' },
                { text: 'Budget' },
                ...['Agreed', 'Invoiced', 'Paid'].map((text) => ({ text, format: 'numeric' as const })),
              ]}
              rows={placements.map((placement) => [
                {
                  text: (
                    <a class="govuk-link" href={paths.placementPage(placement.placementId, 'money')}>
                      {placement.reference}, {placement.school}
                    </a>
                  ),
                },
                { text: budgets.find(({ id }) => id === placement.budgetId)?.name ?? '' },
                ...[placement.agreed, placement.invoiced, placement.paid].map(figure),
              ])}
            />
          </ScrollRegion>
        </>
      )}
      {movements.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What moved</h2>
          <ScrollRegion label="Movements of money">
            <Table
              caption="Money that moved, the newest first"
              captionClass="govuk-visually-hidden"
              class="app-table"
              firstCellIsHeader
              head={[
                { text: 'When' },
                { text: 'From' },
                { text: 'To' },
                { text: 'Why' },
                { text: 'By' },
                { text: 'Amount', format: 'numeric' },
              ]}
              rows={movements.map(({ from, to, pence, words, by, at }) => [
                { text: londonMoment(at) },
                { text: from?.name ?? 'Outside' },
                { text: to?.name ?? 'Outside' },
                { text: words },
                { text: by ?? '' },
                figure(pence),
              ])}
            />
          </ScrollRegion>
        </>
      )}
    </Page>
  );
}
