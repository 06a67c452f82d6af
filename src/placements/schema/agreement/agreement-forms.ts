import { z } from 'zod';
import { type Read, readForm, text } from '../../../need/schema/form-fields.ts';
import {
  type AgreementContent,
  type Baseline,
  type Brokerage,
  type Objective,
  PAYERS,
  type PublishedBaseline,
} from '../../rules/agreement/content.ts';
import { basisPoints, halfDays, pence } from './amounts.ts';

const LONG = 2000;

/** The revision of the draft that a form was made from. A form without one is not ours. */
export const revision = z.coerce.number({ error: 'The page is out of date: load it again' }).int().min(1);

/** The days of a form that were read already, by the prefix of their boxes. */
export type Days<Names extends string> = Readonly<Record<Names, string | null>>;
type Errors = Record<string, string>;

const focusForm = z.object({
  improvement: text('How it improves the school', { most: LONG }),
  need: text('What the head needs of it', { most: LONG }),
});

/** What the help is for. A draft may be half filled: nothing is asked for, but what is there must be readable. */
export function readFocus(form: Record<string, unknown>): Read<AgreementContent['focus']> {
  return readForm(focusForm, form);
}

const timeForm = z.object({ days: halfDays('Days'), frequency: text('How often', { most: 300 }) });

/** Days and period. */
export function readTime(
  form: Record<string, unknown>,
  { starts, ends }: Days<'starts' | 'ends'>,
  errors: Errors,
): Read<AgreementContent['time']> {
  const order: Errors =
    starts !== null && ends !== null && ends < starts
      ? { 'ends-day': 'The last day must be the same as or after the first day' }
      : {};
  const read = readForm(timeForm, form, { ...errors, ...order });
  if (!read.ok) return read;
  const { days, frequency } = read.value;
  return { ok: true, value: { halfDays: days, startsOn: starts, endsOn: ends, frequency } };
}

const moneyForm = z.object({
  rate: pence('The rate', 500_000),
  vat: z.enum(['', 'yes', 'no']).catch(''),
  payer: z.enum(['', ...PAYERS]).catch(''),
  fund: text('The fund', { most: 200 }),
  brokerage: z.enum(['', 'none', 'inside', 'added', 'flat']).catch(''),
  percent: basisPoints('The percentage'),
  flat: pence('The amount for each day', 100_000),
  backfill: text('Backfill', { most: LONG }),
});

/** The rate and who pays. */
export function readMoney(form: Record<string, unknown>): Read<AgreementContent['money']> {
  const read = readForm(moneyForm, form);
  if (!read.ok) return read;
  const { rate, vat, payer, fund, percent, flat, backfill } = read.value;
  const way = read.value.brokerage;
  const errors: Errors = {};
  if ((way === 'inside' || way === 'added') && percent === null)
    errors.percent = 'Enter the percentage of the broker’s share';
  if (way === 'flat' && flat === null) errors.flat = 'Enter the amount of the broker’s share for each day';
  if (way === 'flat' && flat !== null && rate !== null && flat > rate)
    errors.flat = 'The broker’s share must be no more than the rate';
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const brokerage: Brokerage | null =
    way === ''
      ? null
      : way === 'none'
        ? { way }
        : way === 'flat'
          ? { way, pence: flat! }
          : { way, basisPoints: percent! };
  return {
    ok: true,
    value: {
      ratePence: rate,
      vat: vat === '' ? null : vat === 'yes',
      payer: payer === '' ? null : payer,
      fund: payer === 'fund' ? fund : '',
      brokerage,
      backfill,
    },
  };
}

const workingForm = z.object({
  access: text('Access', { most: LONG }),
  confidentiality: text('Confidentiality', { most: LONG }),
  bodyTold: text('How the responsible body is told', { most: LONG }),
});

/** Working together. */
export function readWorking(form: Record<string, unknown>): Read<AgreementContent['working']> {
  return readForm(workingForm, form);
}

const endingForm = z.object({
  exit: text('The way out', { most: LONG }),
  dataProtection: text('Data protection', { most: LONG }),
});

/** Exit and data protection. */
export function readEnding(form: Record<string, unknown>): Read<AgreementContent['ending']> {
  return readForm(endingForm, form);
}

const objectiveForm = z.object({
  aim: text('The aim', { most: 500, missing: 'Enter the aim of the objective' }),
  measure: text('The measure', { most: 300 }),
  baseline: z.enum(['', 'published', 'school']).catch(''),
  figure: text('The figure', { most: 100 }),
  value: text('The school’s figure', { most: 200 }),
  source: text('Where it is from', { most: 300 }),
  target: text('The target', { most: 300 }),
  evidence: text('The evidence', { most: 1000 }),
  owner: text('The owner', { most: 200 }),
});

/** One objective, without its key. `figures` are the published figures to choose a baseline from, by the value that the form sends. */
export function readObjective(
  form: Record<string, unknown>,
  { due, taken }: Days<'due' | 'taken'>,
  errors: Errors,
  figures: ReadonlyMap<string, PublishedBaseline>,
): Read<Omit<Objective, 'key'>> {
  const read = readForm(objectiveForm, form, errors);
  if (!read.ok) return read;
  const { baseline: kind, figure, value, source, ...said } = read.value;
  const faults: Errors = {};
  let baseline: Baseline | null = null;
  if (kind === 'published') {
    baseline = figures.get(figure) ?? null;
    if (baseline === null) faults.figure = 'Choose a published figure';
  } else if (kind === 'school') {
    if (value === '') faults.value = 'Enter the school’s figure';
    if (source === '') faults.source = 'Enter where the school’s figure is from';
    if (taken === null) faults['taken-day'] = 'Enter the day on which the school’s figure was taken';
    else baseline = { kind, value, source, on: taken };
  }
  if (Object.keys(faults).length > 0) return { ok: false, errors: faults };
  return { ok: true, value: { ...said, baseline, due } };
}
