import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { type Budget, financialYearText } from '../../rules/money/budget.ts';
import { poundsText } from '../../rules/money/pence.ts';

interface OfForm {
  organisation: { id: string; name: string };
  form: FormState;
  entryKey: string;
}

const crumbsOf = ({ id }: { id: string }) => [
  { text: 'Home', href: paths.home() },
  { text: 'Budgets and grants', href: paths.budgets(id) },
];

interface NewBudgetProps extends OfForm {
  types: readonly { code: string; label: string }[];
  /** Codes that were ticked. */
  chosen: readonly string[];
  /** Financial years to choose from, and the present one. */
  years: readonly number[];
  thisYear: number;
}

/** Where a budget or grant is opened. */
export function NewBudgetPage({ organisation, form, entryKey, types, chosen, years, thisYear }: NewBudgetProps) {
  const { typed, errors } = form;
  const fault = (name: string) => (errors[name] === undefined ? undefined : { text: errors[name] });
  return (
    <Page
      title={`Open a budget: ${organisation.name}`}
      heading="Open a budget"
      caption={organisation.name}
      breadcrumbs={crumbsOf(organisation)}
      errors={errorsOf(form)}
    >
      <Form action={paths.budgetsPart(organisation.id, 'new')}>
        <input type="hidden" name="key" value={entryKey} />
        <Input id="name" name="name" label={{ text: 'Name' }} value={typed.name ?? ''} errorMessage={fault('name')} />
        <Input
          id="fund"
          name="fund"
          label={{ text: 'Where the money comes from' }}
          hint={{ text: 'For example, money that maintained schools gave back, or a grant by its name' }}
          value={typed.fund ?? ''}
          errorMessage={fault('fund')}
        />
        <Select
          id="financialYear"
          name="financialYear"
          label={{ text: 'Financial year' }}
          hint={{ text: 'From April to March' }}
          items={years.map((year) => ({ value: year, text: financialYearText(year) }))}
          value={typed.financialYear ?? thisYear}
          errorMessage={fault('financialYear')}
        />
        <Input
          id="amount"
          name="amount"
          label={{ text: 'Amount' }}
          prefix={{ text: '£' }}
          inputmode="decimal"
          class="govuk-input--width-10"
          value={typed.amount ?? ''}
          errorMessage={fault('amount')}
        />
        <Checkboxes
          name="restrictedTo"
          fieldset={{ legend: { text: 'What it may pay for', class: 'govuk-fieldset__legend--s' } }}
          hint={{ text: 'Choose none if it may pay for any kind of help.' }}
          items={types.map(({ code, label }) => ({ value: code, text: label, checked: chosen.includes(code) }))}
          errorMessage={fault('restrictedTo')}
        />
        <Button preventDoubleClick>Open the budget</Button>
      </Form>
    </Page>
  );
}

/** Where money is moved into a budget, out of it, or between two. */
export function MoveMoneyPage({ organisation, form, entryKey, budgets }: OfForm & { budgets: readonly Budget[] }) {
  const { typed, errors } = form;
  const fault = (name: string) => (errors[name] === undefined ? undefined : { text: errors[name] });
  const items = (outside: string) => [
    { value: 'outside', text: outside },
    ...budgets.map(({ id, name, financialYear, left }) => ({
      value: id,
      text: `${name} ${financialYearText(financialYear)}, ${poundsText(left)} left`,
    })),
  ];
  return (
    <Page
      title={`Move money: ${organisation.name}`}
      heading="Move money"
      caption={organisation.name}
      breadcrumbs={crumbsOf(organisation)}
      errors={errorsOf(form)}
    >
      <p class="govuk-body">
        Between two budgets this is a virement. What moved stays in the list with your name; to undo it, move it back.
      </p>
      <Form action={paths.budgetsPart(organisation.id, 'move')}>
        <input type="hidden" name="key" value={entryKey} />
        <Select
          id="from"
          name="from"
          label={{ text: 'From' }}
          items={items('Outside: new money')}
          value={typed.from ?? 'outside'}
          errorMessage={fault('from')}
        />
        <Select
          id="to"
          name="to"
          label={{ text: 'To' }}
          items={items('Outside: money given back')}
          value={typed.to ?? budgets[0]?.id ?? 'outside'}
          errorMessage={fault('to')}
        />
        <Input
          id="amount"
          name="amount"
          label={{ text: 'Amount' }}
          prefix={{ text: '£' }}
          inputmode="decimal"
          class="govuk-input--width-10"
          value={typed.amount ?? ''}
          errorMessage={fault('amount')}
        />
        <Textarea
          id="words"
          name="words"
          label={{ text: 'Why' }}
          rows={2}
          value={typed.words ?? ''}
          errorMessage={fault('words')}
        />
        <Button preventDoubleClick>Move the money</Button>
      </Form>
    </Page>
  );
}
