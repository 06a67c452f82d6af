import { Button } from '../../../govuk/button.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { financialYearText } from '../../rules/money/budget.ts';
import { poundsText } from '../../rules/money/pence.ts';
import type { MoneyPageProps } from './money.tsx';

/** The budget that a placement is charged to and who bills whom: read by all of the service, changed by those who may. */
export function HowPaid({ placement, money, budgets, chargedTo, flows, form, may }: MoneyPageProps & { may: boolean }) {
  const fault = (name: string) => (form.errors[name] === undefined ? undefined : { text: form.errors[name] });
  const billed = money.documents.some(({ state }) => state === 'requested' || state === 'approved');
  return (
    <section aria-labelledby="budget-heading">
      <h2 class="govuk-heading-m" id="budget-heading">
        Budget
      </h2>
      <p class="govuk-body">
        {chargedTo === null ? 'This placement is charged to no budget.' : `Charged to: ${chargedTo.name}.`}{' '}
        <a class="govuk-link" href={paths.budgets(placement.organisationId)}>
          Budgets of the service
        </a>
      </p>
      {may && budgets.length > 0 && (
        <Form action={paths.placementMoney(placement.id, 'budget')} class="app-no-print">
          <Select
            id="budget"
            name="budget"
            label={{ text: 'Charge it to' }}
            items={[
              { value: '', text: 'No budget' },
              ...budgets.map(({ id, name, financialYear, left }) => ({
                value: id,
                text: `${name} ${financialYearText(financialYear)}, ${poundsText(left)} left`,
              })),
            ]}
            value={form.typed.budget ?? chargedTo?.budgetId ?? ''}
            errorMessage={fault('budget')}
          />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Save the budget
          </Button>
        </Form>
      )}
      {may && !billed && money.flow !== null && (
        <Form action={paths.placementMoney(placement.id, 'flow')} class="app-no-print">
          <Radios
            name="flow"
            fieldset={{ legend: { text: 'Who bills whom', class: 'govuk-fieldset__legend--m' } }}
            hint={{ text: 'It can be changed until the first order or invoice is asked for.' }}
            items={flows.map(({ code, label }) => ({ value: code, text: label }))}
            value={form.typed.flow ?? money.flow.code}
            errorMessage={fault('flow')}
          />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Save who bills whom
          </Button>
        </Form>
      )}
    </section>
  );
}
