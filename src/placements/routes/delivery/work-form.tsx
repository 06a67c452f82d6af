import type { Context } from 'hono';
import { z } from 'zod';
import type { Read } from '../../../need/schema/form-fields.ts';
import { formState } from '../../../need/routes/round/asked-for.tsx';
import { NotFound } from '../../../web/errors.tsx';
import { type DateAsked, type DateError, readDate } from '../../../web/form-date.ts';
import type { Refused } from '../../commands/delivery/in-work.ts';
import type { WorkForm } from '../../pages/delivery/form.tsx';
import type { PlacementEvent } from '../../rules/event.ts';

type Form = Record<string, unknown>;

/** A form that nobody has typed into. */
export const EMPTY_FORM: WorkForm = { typed: {}, errors: {}, days: {} };

/** What was typed, with what is wrong with it. */
export function workForm(
  form: Form,
  errors: Record<string, string> = {},
  days: Record<string, DateError> = {},
): WorkForm {
  return { ...formState(form, errors), days };
}

/** The days of a form by their prefixes, or what is wrong with them; an empty one that may be empty is null. */
export function readDays<K extends string>(
  form: Form,
  asked: Readonly<Record<K, DateAsked>>,
): { days: Record<K, string | null>; errors: Record<string, DateError> } {
  const days = {} as Record<K, string | null>;
  const errors: Record<string, DateError> = {};
  for (const [prefix, ask] of Object.entries(asked) as [K, DateAsked][]) {
    const read = readDate(form, prefix, ask);
    days[prefix] = read.ok ? read.day : null;
    if (!read.ok) errors[prefix] = read.error;
  }
  return { days, errors };
}

/** Words and days of a form as one answer: both must be in order. */
export function together<T, D>(
  form: Form,
  read: Read<T>,
  { days, errors }: { days: D; errors: Record<string, DateError> },
): { ok: true; value: T; days: D } | { ok: false; form: WorkForm } {
  if (read.ok && Object.keys(errors).length === 0) return { ok: true, value: read.value, days };
  return { ok: false, form: workForm(form, read.ok ? {} : read.errors, errors) };
}

/** What a refused command leaves to show: the form with what was typed, why, and what others did since. Throws NotFound for a record that is not there. */
export function afterRefusal(
  form: Form,
  refused: Refused,
): { form: WorkForm; since: readonly PlacementEvent[]; status: 409 } {
  if (refused.reason === 'no such record') throw new NotFound('This placement has no such record.');
  const words = {
    'not working': 'This placement is not under way now: nothing can be recorded in it.',
    'changed meanwhile': 'Somebody changed this while you were writing: read below what they did.',
    'not now': refused.reason === 'not now' ? refused.words : '',
  }[refused.reason];
  return {
    form: workForm(form, { 'main-content': words }),
    since: refused.reason === 'changed meanwhile' ? refused.since : [],
    status: 409,
  };
}

/** The record that the address names. Throws NotFound for what cannot be one. */
export function recordIn(c: Context, name: string): string {
  const id = z.uuid().safeParse(c.req.param(name));
  if (!id.success) throw new NotFound('This placement has no such record.');
  return id.data;
}

/** What was found, or NotFound. */
export function found<T>(record: T | null): T {
  if (record === null) throw new NotFound('This placement has no such record.');
  return record;
}
