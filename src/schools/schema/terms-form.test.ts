import { describe, expect, it } from 'vitest';
import { publishedTerms } from '../../england-calendar.ts';
import { dateBoxes } from '../../web/form-date.ts';
import { daysByField, TERM_FIELDS } from '../rules/terms/term-fields.ts';
import { readTerms } from './terms-form.ts';

const { terms } = publishedTerms(821, 2025)!;
const typed = Object.assign({}, ...TERM_FIELDS.map((field) => dateBoxes(field, daysByField(terms)[field]))) as Record<
  string,
  string
>;
const errorsOf = (change: Record<string, string>) => {
  const read = readTerms({ ...typed, ...change }, 2025);
  return read.ok ? {} : Object.fromEntries(Object.entries(read.errors).map(([field, { text }]) => [field, text]));
};

describe('the form of term dates', () => {
  it('reads what the boxes are filled with', () => {
    expect(readTerms(typed, 2025)).toEqual({ ok: true, terms });
  });

  it('says of each day alone what is wrong with it', () => {
    expect(errorsOf({ 'autumn-starts-day': '', 'summer-ends-month': '13' })).toEqual({
      'autumn-starts': 'The first day of the autumn term must include a day',
      'summer-ends': 'The last day of the summer term must have a month from 1 to 12',
    });
    expect(errorsOf({ 'spring-starts-year': '2027' })).toEqual({
      'spring-starts': 'The first day of the spring term must lie in the school year 2025-26',
    });
  });

  it('keeps the days in their order; a half-term may be one day', () => {
    expect(errorsOf({ 'autumn-half-ends-day': '26' })).toEqual({
      'autumn-half-ends':
        'The last day of half-term of the autumn term must be on or after the first day of half-term of the autumn term',
    });
    expect(errorsOf({ 'autumn-half-ends-day': '27' })).toEqual({});
    expect(errorsOf({ 'spring-starts-day': '19', 'spring-starts-month': '12', 'spring-starts-year': '2025' })).toEqual({
      'spring-starts': 'The first day of the spring term must be after the last day of the autumn term',
    });
  });
});
