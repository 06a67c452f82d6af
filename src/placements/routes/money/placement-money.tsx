import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState } from '../../../need/routes/round/asked-for.tsx';
import { readForm } from '../../../need/schema/form-fields.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import type { DateError } from '../../../web/form-date.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { adjustDays } from '../../commands/money/adjust-days.ts';
import { chargeBudget, chooseFlow } from '../../commands/money/charge-budget.ts';
import { requestDocument } from '../../commands/money/request-document.ts';
import { AdjustPage } from '../../pages/money/adjust.tsx';
import { MoneyPage } from '../../pages/money/money.tsx';
import { type PlacementScope } from '../../policy.ts';
import { adjustDays as adjustPermission, readMoney, requestMoney } from '../../policy/money.ts';
import { moneyPageOf } from '../../queries/money/money-page.ts';
import { poundsText } from '../../rules/money/pence.ts';
import { moneyViewOf } from '../../rules/money/who-reads.ts';
import { chargeForm, flowForm, readAdjustment, requestForm } from '../../schema/money/money-forms.ts';
import { placementAskedFor, placementSubjectOf } from '../asked-for.tsx';
import { FROZEN_WORDS, keyOfForm, MONEY, onToday, withDate } from './asked-for.tsx';

const DONE: Readonly<Record<string, string>> = {
  adjusted: 'The line is added to the ledger.',
  charged: 'The budget is saved.',
  overspends: 'The budget is saved. With this placement it is overspent.',
  flow: 'Who bills whom is saved.',
};

/** The days and the money of a placement: its ledger, what is to be billed, its budget. */
export function placementMoneyRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  const askedFor = may(requestMoney, subject);
  return new Hono()
    .get(MONEY, may(readMoney, subject), (c) => moneyPage(c, db, scopeOf(c, readMoney)))
    .post(`${MONEY}/request`, askedFor, async (c) => {
      const scope = scopeOf(c, requestMoney);
      const form = await formOf(c);
      const read = readForm(requestForm, form);
      if (!read.ok)
        return moneyPage(c, db, scope, { form: { typed: {}, errors: { bills: Object.values(read.errors)[0]! } } });
      const result = await requestDocument(db, scope, read.value, onToday());
      const { placement } = await placementAskedFor(c, db, scope);
      if (result.ok)
        return c.redirect(
          paths.moneyDocument(placement.id, result.documentId, undefined, { done: result.again ? 'waits' : 'asked' }),
          303,
        );
      if (result.reason === 'no such placement') throw new NotFound('There is no such placement.');
      const words =
        result.reason === 'changed meanwhile'
          ? `What is to be billed changed meanwhile: it is ${poundsText(result.bill.netPence)} now. Look at it and ask again.`
          : result.reason === 'frozen'
            ? FROZEN_WORDS
            : 'This bill is not to be written now: look at how it stands.';
      return moneyPage(c, db, scope, { form: { typed: {}, errors: { bills: words } }, status: 409 });
    })
    .post(`${MONEY}/budget`, askedFor, async (c) => {
      const scope = scopeOf(c, requestMoney);
      const form = await formOf(c);
      const read = readForm(chargeForm, form);
      if (!read.ok) return moneyPage(c, db, scope, { form: formState(form, read.errors) });
      const result = await chargeBudget(db, scope, read.value.budget, onToday());
      if (result.ok) {
        const { placement } = await placementAskedFor(c, db, scope);
        const done = result.overspends ? 'overspends' : 'charged';
        return c.redirect(paths.placementPage(placement.id, 'money', { done }), 303);
      }
      if (result.reason === 'no such placement') throw new NotFound('There is no such placement.');
      const words = {
        frozen: FROZEN_WORDS,
        'no such budget': 'Choose a budget from the list, or none',
        restricted: 'This budget may not pay for this kind of help: choose another',
        overspends:
          result.reason === 'overspends'
            ? `This placement costs ${poundsText(result.cost)} and ${poundsText(result.left)} is left in the budget: choose another`
            : '',
      }[result.reason];
      return moneyPage(c, db, scope, { form: formState(form, { budget: words }), status: 409 });
    })
    .post(`${MONEY}/flow`, askedFor, async (c) => {
      const scope = scopeOf(c, requestMoney);
      const form = await formOf(c);
      const read = readForm(flowForm, form);
      if (!read.ok) return moneyPage(c, db, scope, { form: formState(form, read.errors) });
      const result = await chooseFlow(db, scope, read.value.flow, onToday());
      if (result.ok) {
        const { placement } = await placementAskedFor(c, db, scope);
        return c.redirect(paths.placementPage(placement.id, 'money', { done: 'flow' }), 303);
      }
      if (result.reason === 'no such placement') throw new NotFound('There is no such placement.');
      const words = {
        frozen: FROZEN_WORDS,
        'no such flow': 'Choose who bills whom from the list',
        'billed already': 'Something was asked for already: who bills whom cannot be changed any more',
      }[result.reason];
      return moneyPage(c, db, scope, { form: formState(form, { flow: words }), status: 409 });
    })
    .get(`${MONEY}/adjust`, may(adjustPermission, subject), (c) => adjustPage(c, db, scopeOf(c, adjustPermission)))
    .post(`${MONEY}/adjust`, may(adjustPermission, subject), async (c) => {
      const scope = scopeOf(c, adjustPermission);
      const form = await formOf(c);
      const on = onToday();
      const asked = { name: 'the day', when: 'today or past', today: on.today } as const;
      const read = withDate(readAdjustment(form), form, 'onDay', asked);
      if (!read.ok) return adjustPage(c, db, scope, { form: formState(form, read.errors), dateError: read.dateError });
      const { day: onDay, ...adjusting } = read.value;
      const result = await adjustDays(db, scope, { ...adjusting, onDay }, on);
      if (result.ok) {
        const { placement } = await placementAskedFor(c, db, scope);
        return c.redirect(paths.placementPage(placement.id, 'money', { done: 'adjusted' }), 303);
      }
      if (result.reason === 'no such placement') throw new NotFound('There is no such placement.');
      const words = result.reason === 'frozen' ? FROZEN_WORDS : 'So many fewer would leave less than no days delivered';
      return adjustPage(c, db, scope, { form: formState(form, { days: words }), status: 409 });
    });
}

interface Shown {
  form?: FormState;
  status?: 409;
  dateError?: DateError | undefined;
}

async function moneyPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = formState(), status }: Shown = {},
) {
  const { placement, part, role } = await placementAskedFor(c, db, scope);
  const { policy, today } = onToday();
  const view = moneyViewOf(part, role);
  const shown = await moneyPageOf(db, scope, placement, view, policy, today);
  const can = {
    adjust: mayAlso(c, adjustPermission, await placementSubjectOf(db)(c)) !== null,
    request: mayAlso(c, requestMoney, await placementSubjectOf(db)(c)) !== null,
  };
  return page(
    c,
    <MoneyPage
      placement={placement}
      part={part}
      view={view}
      {...shown}
      today={today}
      can={can}
      flows={policy.flows}
      form={form}
      done={DONE[c.req.query('done') ?? ''] ?? null}
    />,
    status ?? (Object.keys(form.errors).length > 0 ? 400 : 200),
  );
}

async function adjustPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = formState(), status, dateError }: Shown = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  return page(
    c,
    <AdjustPage placement={placement} part={part} form={form} dateError={dateError} entryKey={keyOfForm(form.typed)} />,
    status ?? (Object.keys(form.errors).length > 0 ? 400 : 200),
  );
}
