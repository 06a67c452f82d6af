import type { Context } from 'hono';
import { z } from 'zod';
import { type DateAsked, type DateError, type DateRead, readDate } from '../../../web/form-date.ts';
import { NotFound } from '../../../web/errors.tsx';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import type { RegisterForm } from '../../pages/register/parts.tsx';
import { interestPolicyKind } from '../../schema/interest-policy.ts';
import { registerPolicyKind } from '../../schema/register/register-policy.ts';
import { supportPolicyKind } from '../../schema/support-policy.ts';

type Sent = Readonly<Record<string, unknown>>;

/** Today in London, and the policies of registers, roles and interests that hold on it. */
export function registerToday() {
  const today = londonIsoDay(new Date());
  return {
    today,
    policy: policyAsAt(registerPolicyKind, today),
    support: policyAsAt(supportPolicyKind, today),
    interests: policyAsAt(interestPolicyKind, today),
  };
}

/** An id in a place of the address. Throws NotFound for what cannot be one. */
export function idAt(c: Context, name: string, what = 'leader'): string {
  const id = z.uuid().safeParse(c.req.param(name));
  if (!id.success) throw new NotFound(`There is no such ${what}.`);
  return id.data;
}

/** What was found, or NotFound. */
export function foundOr404<T>(value: T | null | undefined, what = 'leader'): T {
  if (value === null || value === undefined) throw new NotFound(`There is no such ${what}.`);
  return value;
}

/** A form that comes back, or one that begins with these values. */
export function registerForm(
  sent: Sent = {},
  errors: Readonly<Record<string, string>> = {},
  dates: Readonly<Record<string, DateError>> = {},
): RegisterForm {
  const typed = Object.entries(sent).filter((field): field is [string, string] => typeof field[1] === 'string');
  const chosen = Object.entries(sent).map(([name, value]): [string, string[]] => [
    name,
    [value].flat().filter((one): one is string => typeof one === 'string'),
  ]);
  return { typed: Object.fromEntries(typed), chosen: Object.fromEntries(chosen), errors, dates };
}

/** Whether anything in the form is wrong. */
export function isWrong({ errors, dates }: Pick<RegisterForm, 'errors' | 'dates'>): boolean {
  return Object.keys(errors).length > 0 || Object.keys(dates).length > 0;
}

/** The days of a form by the prefixes of their boxes: ISO days, null where one is left empty, and what is wrong with each. */
export function daysIn<P extends string>(
  sent: Sent,
  asked: Readonly<Record<P, DateAsked>>,
): { days: Record<P, string | null>; dates: Partial<Record<P, DateError>> } {
  const reads = Object.entries<DateAsked>(asked).map(([prefix, one]): [P, DateRead] => [
    prefix as P,
    readDate(sent, prefix, one),
  ]);
  return {
    days: Object.fromEntries(reads.map(([prefix, read]) => [prefix, read.ok ? read.day : null])) as Record<
      P,
      string | null
    >,
    dates: Object.fromEntries(reads.flatMap(([prefix, read]) => (read.ok ? [] : [[prefix, read.error]]))) as Partial<
      Record<P, DateError>
    >,
  };
}

/** The number of the page that the query asks for, from 1. */
export function pageAsked(c: Context): number {
  const asked = c.req.query('page') ?? '1';
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

/** What a part of the query says, or null where it says nothing; cut at what a box takes. */
export function askedPart(c: Context, name: string): string | null {
  const said = (c.req.query(name) ?? '').trim().slice(0, 200);
  return said === '' ? null : said;
}
