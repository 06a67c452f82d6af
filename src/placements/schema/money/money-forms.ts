import { z } from 'zod';
import { type Read, readForm, text } from '../../../need/schema/form-fields.ts';

/** The mark of a form, so that what is sent twice is done once. */
export const key = z
  .string({ error: 'The page is out of date: load it again' })
  .regex(/^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/, { error: 'The page is out of date: load it again' });

/** Pounds in a box, with pence or without, as whole pence. */
function pounds(name: string, missing: string) {
  return z
    .string()
    .catch('')
    .transform((typed, context): number => {
      const said = typed.trim().replaceAll(',', '').replace(/^£/, '');
      const [, whole = '', part = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(said) ?? [];
      const pence = Number(whole) * 100 + Number(part.padEnd(2, '0'));
      if (whole !== '' && pence > 0) return pence;
      const message =
        said === '' ? missing : `${name} must be an amount above nought in pounds, such as 450 or 1,250.50`;
      context.addIssue({ code: 'custom', message });
      return 0;
    });
}

/** Days in a box as whole half days: "1", "2.5". */
function days(name: string, missing: string, mostDays: number) {
  return z
    .string()
    .catch('')
    .transform((typed, context): number => {
      const said = typed.trim().replace('½', '.5');
      const halfDays = /^\d{0,3}(\.\d)?$/.test(said) && said !== '' ? Number(said) * 2 : Number.NaN;
      if (Number.isInteger(halfDays) && halfDays > 0 && halfDays <= mostDays * 2) return halfDays;
      const range = `${name} must be whole or half days from 0.5 to ${mostDays}, such as 1 or 2.5`;
      context.addIssue({ code: 'custom', message: said === '' ? missing : range });
      return 0;
    });
}

const adjust = z.object({
  key,
  which: z.enum(['more', 'fewer'], { error: 'Choose whether more or fewer days were delivered' }),
  days: days('Days', 'Enter how many days', 200),
  words: text('Why', { most: 500, missing: 'Enter why' }),
});

/** Days put right, as half days with their sign. */
export function readAdjustment(form: Record<string, unknown>): Read<{ key: string; halfDays: number; words: string }> {
  const read = readForm(adjust, form);
  if (!read.ok) return read;
  const { which, days: halfDays, words, key: mark } = read.value;
  return { ok: true, value: { key: mark, words, halfDays: which === 'more' ? halfDays : -halfDays } };
}

/** Which bill is asked for, with what the page showed of it. */
export const requestForm = z.object({
  bill: z.string({ error: 'Choose what to bill' }).regex(/^[a-z-]{1,40}$/, { error: 'Choose what to bill' }),
  halfDays: z.coerce.number({ error: 'The page is out of date: load it again' }).int().min(1),
  netPence: z.coerce.number({ error: 'The page is out of date: load it again' }).int().min(1),
});

export const refuseForm = z.object({ words: text('Why', { most: 500, missing: 'Enter why it is refused' }) });

export const creditForm = z.object({
  days: days('Days', 'Enter how many days are credited', 200),
  creditWords: text('Why', { most: 500, missing: 'Enter why they are credited' }),
});

export const paymentForm = z.object({
  key,
  amount: pounds('Amount', 'Enter how much was paid'),
  reference: text('Reference', { most: 100, missing: 'Enter the reference of the payment' }),
});

/** A budget to charge a placement to; empty: none. */
export const chargeForm = z.object({
  budget: z.union([z.literal('').transform(() => null), z.uuid()], { error: 'Choose a budget from the list, or none' }),
});

export const flowForm = z.object({ flow: text('Who bills whom', { most: 40, missing: 'Choose who bills whom' }) });

const newBudget = z.object({
  key,
  name: text('Name', { most: 120, missing: 'Enter the name of the budget' }),
  fund: text('Fund', { most: 120, missing: 'Enter where the money comes from' }),
  financialYear: z.coerce
    .number({ error: 'Choose the financial year' })
    .int({ error: 'Choose the financial year' })
    .min(2000, { error: 'Choose the financial year' })
    .max(2100, { error: 'Choose the financial year' }),
  amount: pounds('Amount', 'Enter the amount'),
});

/** A budget that is opened. `types` are the kinds of help that it can be restricted to. */
export function readNewBudget(form: Record<string, unknown>, types: readonly string[]) {
  const chosen = [form.restrictedTo].flat().filter((code): code is string => typeof code === 'string');
  const unknown = chosen.some((code) => !types.includes(code));
  const read = readForm(newBudget, form, unknown ? { restrictedTo: 'Choose kinds of help from the list' } : {});
  return read.ok ? { ok: true as const, value: { ...read.value, restrictedTo: [...new Set(chosen)] } } : read;
}

const budget = z.union([z.literal('outside').transform(() => null), z.uuid()], {
  error: 'Choose a budget from the list, or outside',
});
const moving = z.object({
  key,
  from: budget,
  to: budget,
  amount: pounds('Amount', 'Enter the amount'),
  words: text('Why', { most: 500, missing: 'Enter why the money moves' }),
});

/** Money that moves between budgets, or between one and outside. */
export function readMovement(form: Record<string, unknown>) {
  const same: Record<string, string> =
    form.from === form.to ? { to: 'Choose where the money goes: it is where it comes from' } : {};
  return readForm(moving, form, same);
}

const rate = z.object({
  key,
  role: text('Role', { most: 60, missing: 'Choose a role' }),
  ends: z.enum(['', 'yes']).catch(''),
  amount: z.string().catch(''),
  words: text('Why', { most: 500, missing: 'Enter what the rate rests on' }),
});
const rateAmount = z.object({ amount: pounds('Rate', 'Enter the rate of a day') });

/** A day rate that a service sets, or ends. `roles` are those to choose from. */
export function readRate(form: Record<string, unknown>, roles: readonly string[]) {
  const read = readForm(rate, form);
  const wrong: Record<string, string> = read.ok ? {} : read.errors;
  if (read.ok && !roles.includes(read.value.role)) wrong.role = 'Choose a role from the list';
  const ends = read.ok && read.value.ends === 'yes';
  const amount = ends ? null : readForm(rateAmount, form);
  const errors = { ...wrong, ...(amount === null || amount.ok ? {} : amount.errors) };
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false as const, errors };
  const pencePerDay = amount?.ok ? amount.value.amount : null;
  return {
    ok: true as const,
    value: { key: read.value.key, role: read.value.role, words: read.value.words, pencePerDay },
  };
}
