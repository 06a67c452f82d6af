import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { NotFound } from '../../../web/errors.tsx';
import { type DateAsked, type DateError, readDate } from '../../../web/form-date.ts';
import { WORD_TYPE } from '../../../web/word-document.ts';
import type { OnDay } from '../../commands/money/in-placement.ts';
import { billingPolicyKind } from '../../schema/money/billing-policy.ts';
import { key } from '../../schema/money/money-forms.ts';

export const MONEY = '/placements/:placement/money';
export const DOCUMENT = `${MONEY}/documents/:document`;

/** Today in London, and the billing policy that holds on it. */
export function onToday(): OnDay {
  const today = londonIsoDay(new Date());
  return { today, policy: policyAsAt(billingPolicyKind, today) };
}

/** The id of a record that the address names. Throws NotFound for what cannot be one. */
export function idOf(c: Context, name: 'document' | 'payment'): string {
  const id = z.uuid().safeParse(c.req.param(name));
  if (!id.success) throw new NotFound('There is no such record.');
  return id.data;
}

/** The mark of a form: as it was sent, or a new one. */
export function keyOfForm(typed: Readonly<Record<string, string>>): string {
  // Without hyphens, so that nobody takes it for the id of a record.
  return key.safeParse(typed.key).data ?? randomUUID().replaceAll('-', '');
}

type Read<T> = { ok: true; value: T } | { ok: false; errors: Record<string, string> };
export type Dated<T> =
  | { ok: true; value: T & { day: string } }
  | { ok: false; errors: Record<string, string>; dateError?: DateError };

/** What was read of a form, with a date of it. */
export function withDate<T extends object>(
  read: Read<T>,
  form: Record<string, unknown>,
  prefix: string,
  asked: Omit<DateAsked, 'required'>,
): Dated<T> {
  const date = readDate(form, prefix, { ...asked, required: true });
  if (read.ok && date.ok) return { ok: true, value: { ...read.value, day: date.day } };
  const errors = { ...(read.ok ? {} : read.errors) };
  if (date.ok) return { ok: false, errors };
  return { ok: false, errors: { ...errors, [date.error.href.slice(1)]: date.error.text }, dateError: date.error };
}

/** A Word file, as an answer to be kept under a name. */
export function wordAnswer(c: Context, fileName: string, content: Uint8Array<ArrayBuffer>): Response {
  c.header('Content-Type', WORD_TYPE);
  c.header('Content-Disposition', `attachment; filename="${fileName}.docx"`);
  return c.body(content);
}

/** Why nothing was done, where the placement itself stands against it. */
export const FROZEN_WORDS = 'This placement is paused or over: nothing of its money can be changed.';
