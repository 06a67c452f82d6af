import type { Context } from 'hono';
import { z } from 'zod';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policiesOf, policyAsAt, policyById } from '../../../policies.ts';
import { NotFound } from '../../../web/errors.tsx';
import { type DateError, readDate } from '../../../web/form-date.ts';
import type { FormShown } from '../../pages/designation/form-shown.tsx';
import type { DesignationProcess } from '../../rules/designation/process.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';
import { designationProcessKind } from '../../schema/designation/process.ts';
import { ruleSetKind } from '../../schema/designation/rule-set.ts';
import { supportPolicyKind } from '../../schema/support-policy.ts';

/** An id in a place of the address. Throws NotFound for what cannot be one. */
export function idIn(c: Context, name: string, what: string): string {
  const id = z.uuid().safeParse(c.req.param(name));
  if (!id.success) throw new NotFound(`There is no such ${what}.`);
  return id.data;
}

/** What a query found, or NotFound where it found nothing. */
export function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new NotFound(`There is no such ${what}.`);
  return value;
}

export function today(): string {
  return londonIsoDay(new Date());
}

/** The rule set of a round, whatever its dates: a round keeps the rules of the day on which it was opened. */
export const ruleSetOf = (id: string): RuleSet => policyById(ruleSetKind, id);

export const processOf = (id: string): DesignationProcess => policyById(designationProcessKind, id);

export const processOfToday = (): DesignationProcess => policyAsAt(designationProcessKind, today());

/** Rule sets that hold today, the newest of each role, by title. */
export function ruleSetsOfToday(): RuleSet[] {
  const day = today();
  const inForce = policiesOf(ruleSetKind)
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day))
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom));
  const newest = inForce.filter((one, i) => inForce.findIndex(({ role }) => role === one.role) === i);
  return newest.toSorted((a, b) => a.title.localeCompare(b.title));
}

/** Months after which a designation in a role is reviewed, by the policy of roles. Throws for a role that nobody designates: a fault of a policy file. */
export function reviewMonthsOf(role: string): number {
  const months = policyAsAt(supportPolicyKind, today()).roles.find(({ code }) => code === role)?.reviewMonths;
  if (months === null || months === undefined)
    throw new Error(`The policy of roles and fields gives no months of review for "${role}"`);
  return months;
}

/** A form that comes back: what was typed, and what is wrong. */
export function shown(
  form: Record<string, unknown>,
  errors: Record<string, string> = {},
  dates: Record<string, DateError> = {},
): FormShown {
  const typed = Object.entries(form).filter((field): field is [string, string] => typeof field[1] === 'string');
  return { typed: Object.fromEntries(typed), errors, dates };
}

/** Days of a form by the prefix of their boxes, or what is wrong with each. */
export function readDays<P extends string>(
  form: Record<string, unknown>,
  asked: Readonly<Record<P, Omit<Parameters<typeof readDate>[2], 'required'>>>,
): { days: Record<P, string>; errors: Record<string, DateError> } {
  const days = {} as Record<P, string>;
  const errors: Record<string, DateError> = {};
  for (const [prefix, one] of Object.entries(asked) as [P, Omit<Parameters<typeof readDate>[2], 'required'>][]) {
    const read = readDate(form, prefix, { ...one, required: true });
    if (read.ok) days[prefix] = read.day;
    else errors[prefix] = read.error;
  }
  return { days, errors };
}

/** A day that is wrong beside others. */
export function wrongDay(prefix: string, text: string): DateError {
  return { fault: 'wrong side', text, href: `#${prefix}-day`, parts: ['day', 'month', 'year'] };
}

/** Renames fields of errors to those of the form, where one page has several forms. */
export function renamed(
  errors: Record<string, string>,
  names: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, message]) => [names[field] ?? field, message]));
}
