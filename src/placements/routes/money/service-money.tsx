import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import { supportPolicyKind } from '../../../leaders/schema/support-policy.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState, organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { policyAsAt } from '../../../policies.ts';
import { formOf } from '../../../web/forgery.ts';
import type { DateError } from '../../../web/form-date.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { workbookOf } from '../../../web/workbook.ts';
import { makeBudget, moveMoney } from '../../commands/money/budgets.ts';
import { setRate } from '../../commands/money/set-rate.ts';
import { MoveMoneyPage, NewBudgetPage } from '../../pages/money/budget-forms.tsx';
import { BudgetsPage } from '../../pages/money/budgets.tsx';
import { RatesPage } from '../../pages/money/rates.tsx';
import { ServiceMoneyPage } from '../../pages/money/service-money.tsx';
import { changeBudgets, exportServiceMoney, readServiceMoney, setRates } from '../../policy/money.ts';
import { budgetsOf, movementsOf } from '../../queries/money/budgets.ts';
import { ratesOf } from '../../queries/money/rates.ts';
import { billsOfService, documentsOfService } from '../../queries/money/service-money.ts';
import { financialYearOf } from '../../rules/money/budget.ts';
import { budgetsCsv, budgetSheets } from '../../rules/money/budget-files.ts';
import { moneyCsv } from '../../rules/money/money-csv.ts';
import { poundsText } from '../../rules/money/pence.ts';
import { supportTypeLabel } from '../../rules/support-types.ts';
import { readMovement, readNewBudget, readRate } from '../../schema/money/money-forms.ts';
import { publishedRatesKind } from '../../schema/money/published-rates.ts';
import { supportTypesKind } from '../../schema/support-types.ts';
import { keyOfForm, onToday, withDate } from './asked-for.tsx';

const SERVICE = '/organisations/:organisation';

const DONE: Readonly<Record<string, string>> = {
  opened: 'The budget is open.',
  moved: 'The money is moved.',
  overspends: 'The money is moved. More was taken than was left: the budget is overspent.',
  rate: 'The rate is set.',
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The money of a whole service: orders and invoices, budgets, rates. */
export function serviceMoneyRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(`${SERVICE}/money`, may(readServiceMoney, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, readServiceMoney);
      const organisation = organisationOf(c);
      const { policy, today } = onToday();
      const documents = await documentsOfService(db, scope, organisation.id);
      const due = await billsOfService(db, scope, organisation.id, policy, today);
      return page(c, <ServiceMoneyPage organisation={organisation} documents={documents} due={due} today={today} />);
    })
    .get(`${SERVICE}/money.csv`, may(exportServiceMoney, organisationSubjectOf), async (c) => {
      const documents = await documentsOfService(db, scopeOf(c, exportServiceMoney), organisationOf(c).id);
      const { today } = onToday();
      return csvAnswer(c, `invoices-${today}`, moneyCsv(documents, today));
    })
    .get(`${SERVICE}/budgets`, may(readServiceMoney, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, readServiceMoney);
      const organisation = organisationOf(c);
      const { policy } = onToday();
      const read = await budgetsOf(db, scope, organisation.id, policy);
      return page(
        c,
        <BudgetsPage
          organisation={organisation}
          {...read}
          movements={await movementsOf(db, scope, organisation.id)}
          typeWords={typeWords}
          changes={mayAlso(c, changeBudgets, organisationSubjectOf(c)) !== null}
          overspend={policy.overspend}
          done={DONE[c.req.query('done') ?? ''] ?? null}
        />,
      );
    })
    .get(`${SERVICE}/budgets.csv`, may(exportServiceMoney, organisationSubjectOf), async (c) => {
      const { policy, today } = onToday();
      const { budgets } = await budgetsOf(db, scopeOf(c, exportServiceMoney), organisationOf(c).id, policy);
      return csvAnswer(c, `budgets-${today}`, budgetsCsv(budgets, typeWords));
    })
    .get(`${SERVICE}/budgets.xlsx`, may(exportServiceMoney, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, exportServiceMoney);
      const { policy, today } = onToday();
      const { id } = organisationOf(c);
      const read = await budgetsOf(db, scope, id, policy);
      const file = await workbookOf(budgetSheets(read, await movementsOf(db, scope, id), typeWords));
      c.header('Content-Type', XLSX);
      c.header('Content-Disposition', `attachment; filename="budgets-${today}.xlsx"`);
      return c.body(new Uint8Array(file));
    })
    .get(`${SERVICE}/budgets/new`, may(changeBudgets, organisationSubjectOf), (c) => newBudgetPage(c))
    .post(`${SERVICE}/budgets/new`, may(changeBudgets, organisationSubjectOf), async (c) => {
      const form = await formOf(c);
      const read = readNewBudget(
        form,
        supportTypes().map(({ code }) => code),
      );
      const chosen = [form.restrictedTo].flat().filter((code) => typeof code === 'string');
      if (!read.ok) return newBudgetPage(c, { form: formState(form, read.errors), chosen });
      const { amount: pence, ...budget } = read.value;
      const result = await makeBudget(db, scopeOf(c, changeBudgets), { ...budget, pence });
      if (result.ok) return c.redirect(paths.budgets(organisationOf(c).id, { done: 'opened' }), 303);
      const errors = { name: 'There is a budget of this name in this year: choose another name' };
      return newBudgetPage(c, { form: formState(form, errors), chosen, status: 409 });
    })
    .get(`${SERVICE}/budgets/move`, may(changeBudgets, organisationSubjectOf), (c) =>
      moveMoneyPage(c, db, scopeOf(c, changeBudgets)),
    )
    .post(`${SERVICE}/budgets/move`, may(changeBudgets, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, changeBudgets);
      const form = await formOf(c);
      const read = readMovement(form);
      if (!read.ok) return moveMoneyPage(c, db, scope, { form: formState(form, read.errors) });
      const { amount: pence, ...movement } = read.value;
      const result = await moveMoney(db, scope, { ...movement, pence }, onToday().policy);
      if (result.ok) {
        const done = result.overspends ? 'overspends' : 'moved';
        return c.redirect(paths.budgets(organisationOf(c).id, { done }), 303);
      }
      const errors: Record<string, string> =
        result.reason === 'overspends'
          ? { amount: `No more than ${poundsText(Math.max(0, result.left))} is left in it` }
          : { from: 'Choose budgets from the list, or outside' };
      return moveMoneyPage(c, db, scope, { form: formState(form, errors), status: 409 });
    })
    .get(`${SERVICE}/rates`, may(readServiceMoney, organisationSubjectOf), (c) =>
      ratesPage(c, db, scopeOf(c, readServiceMoney)),
    )
    .post(`${SERVICE}/rates`, may(setRates, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, setRates);
      const form = await formOf(c);
      const read = withDate(readRate(form, roles()), form, 'validFrom', { name: 'the day from which the rate holds' });
      if (!read.ok) return ratesPage(c, db, scope, { form: formState(form, read.errors), dateError: read.dateError });
      const { day: validFrom, ...rate } = read.value;
      await setRate(db, scope, { ...rate, validFrom });
      return c.redirect(paths.serviceRates(organisationOf(c).id, { done: 'rate' }), 303);
    });
}

function csvAnswer(c: Context, name: string, text: string): Response {
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="${name}.csv"`);
  return c.body(text);
}

function supportTypes() {
  return policyAsAt(supportTypesKind, onToday().today).types;
}

function typeWords(code: string): string {
  return supportTypeLabel({ types: supportTypes() }, code);
}

/** Codes of the roles of leaders that a rate can be set for. */
function roles(): string[] {
  return policyAsAt(supportPolicyKind, onToday().today).roles.map(({ code }) => code);
}

interface Shown {
  form?: FormState;
  status?: 409;
  dateError?: DateError | undefined;
}

function statusOf({ form, status }: Shown) {
  return status ?? (Object.keys(form?.errors ?? {}).length > 0 ? 400 : 200);
}

function newBudgetPage(c: Context, { chosen = [], ...shown }: Shown & { chosen?: readonly string[] } = {}) {
  const { form = formState() } = shown;
  const thisYear = financialYearOf(onToday().today);
  return page(
    c,
    <NewBudgetPage
      organisation={organisationOf(c)}
      form={form}
      entryKey={keyOfForm(form.typed)}
      types={supportTypes()}
      chosen={chosen}
      years={[thisYear - 1, thisYear, thisYear + 1, thisYear + 2]}
      thisYear={thisYear}
    />,
    statusOf(shown),
  );
}

async function moveMoneyPage(c: Context, db: Kysely<Database>, scope: Scope, shown: Shown = {}) {
  const { form = formState() } = shown;
  const organisation = organisationOf(c);
  const { budgets } = await budgetsOf(db, scope, organisation.id, onToday().policy);
  return page(
    c,
    <MoveMoneyPage organisation={organisation} form={form} entryKey={keyOfForm(form.typed)} budgets={budgets} />,
    statusOf(shown),
  );
}

async function ratesPage(c: Context, db: Kysely<Database>, scope: Scope, shown: Shown = {}) {
  const { form = formState(), dateError } = shown;
  const organisation = organisationOf(c);
  const { today } = onToday();
  return page(
    c,
    <RatesPage
      organisation={organisation}
      own={await ratesOf(db, scope, organisation.id)}
      published={policyAsAt(publishedRatesKind, today)}
      roles={roles()}
      today={today}
      sets={mayAlso(c, setRates, organisationSubjectOf(c)) !== null}
      form={form}
      dateError={dateError}
      entryKey={keyOfForm(form.typed)}
      done={DONE[c.req.query('done') ?? ''] ?? null}
    />,
    statusOf(shown),
  );
}
