import { schoolYearOf, schoolYearWords, type YearTerms } from '../../calendar/terms.ts';
import { type DateError, readDate } from '../../web/form-date.ts';
import { fieldWords, TERM_FIELDS, type TermField, termsOfFields } from '../rules/terms/term-fields.ts';

/** What was typed of a school year's terms: the terms, or what is wrong with each day. */
export type ReadTerms = { ok: true; terms: YearTerms } | { ok: false; errors: Partial<Record<TermField, DateError>> };

/** Reads the twelve days of a school year; each must be a day of that year, and come after the one before it. */
export function readTerms(form: Readonly<Record<string, unknown>>, schoolYear: number): ReadTerms {
  const days = {} as Record<TermField, string>;
  const errors: Partial<Record<TermField, DateError>> = {};
  let before: TermField | null = null;
  for (const field of TERM_FIELDS) {
    const name = fieldWords(field);
    const read = readDate(form, field, { name, required: true });
    if (!read.ok) {
      errors[field] = read.error;
      continue;
    }
    const wrong = (words: string): DateError => ({
      fault: 'wrong side',
      text: `${name.charAt(0).toUpperCase()}${name.slice(1)} must ${words}`,
      href: `#${field}-day`,
      parts: ['day', 'month', 'year'],
    });
    if (schoolYearOf(read.day) !== schoolYear) {
      errors[field] = wrong(`lie in the school year ${schoolYearWords(schoolYear)}`);
      continue;
    }
    // A half-term holiday may be one day long.
    const mayBeSame = field.endsWith('half-ends');
    if (before !== null && (mayBeSame ? read.day < days[before] : read.day <= days[before])) {
      errors[field] = wrong(`be ${mayBeSame ? 'on or ' : ''}after ${fieldWords(before)}`);
      continue;
    }
    days[field] = read.day;
    before = field;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, terms: termsOfFields(days) };
}
