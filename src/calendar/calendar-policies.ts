import { z } from 'zod';
import { isoDate, type PolicyKind, policyHeader, words } from '../policies.ts';

const year = z.int().min(2000).max(2100);

const bankHolidaySchema = z
  .strictObject({
    kind: z.literal('bank holidays'),
    ...policyHeader,
    /** The first and the last year whose days are published; later ones are worked out. */
    publishedFrom: year,
    publishedTo: year,
    /** What happens after the last published year, in words. */
    afterwards: words,
    days: z.array(z.strictObject({ day: isoDate, title: words })).min(1),
  })
  .refine(
    ({ days, publishedFrom, publishedTo }) =>
      days.every(({ day }) => Number(day.slice(0, 4)) >= publishedFrom && Number(day.slice(0, 4)) <= publishedTo),
    { path: ['days'], error: 'a day lies outside the years from publishedFrom to publishedTo' },
  );
export type BankHolidayPolicy = z.infer<typeof bankHolidaySchema>;

/** `policies/calendar/bank-holidays-*.json`: the bank holidays of England as published. */
export const bankHolidayPolicyKind: PolicyKind<BankHolidayPolicy> = {
  folder: 'calendar',
  kind: 'bank holidays',
  schema: bankHolidaySchema,
};

const span = { starts: isoDate, ends: isoDate };
const inOrder = { error: 'a term must end after it starts, with its half-term inside it' };
const term = z
  .strictObject({ ...span, halfTerm: z.strictObject(span) })
  .refine(
    ({ starts, ends, halfTerm }) =>
      starts < halfTerm.starts && halfTerm.starts <= halfTerm.ends && halfTerm.ends < ends,
    inOrder,
  );
/** The three terms of a school year; each ends before the next starts. */
export const yearTerms = z
  .strictObject({ autumn: term, spring: term, summer: term })
  .refine(({ autumn, spring, summer }) => autumn.ends < spring.starts && spring.ends < summer.starts, {
    error: 'each term must end before the next starts',
  });

const termDatesSchema = z.strictObject({
  kind: z.literal('term dates'),
  ...policyHeader,
  /** The calendar year in which the school year begins. */
  schoolYear: year,
  /** For areas that are not named. */
  general: z.strictObject({ terms: yearTerms, source: words }),
  areas: z.array(z.strictObject({ laCode: z.int(), name: words, terms: yearTerms, source: words })),
});
export type TermDatesPolicy = z.infer<typeof termDatesSchema>;

/** `policies/calendar/terms-*.json`: term dates, a file a school year. */
export const termDatesPolicyKind: PolicyKind<TermDatesPolicy> = {
  folder: 'calendar',
  kind: 'term dates',
  schema: termDatesSchema,
};
