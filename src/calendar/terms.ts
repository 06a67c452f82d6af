import type { z } from 'zod';
import type { TermDatesPolicy, yearTerms } from './calendar-policies.ts';

/** First and last day of each term and of its half-term holiday, all ISO and inclusive. */
export type YearTerms = z.infer<typeof yearTerms>;
export type TermName = keyof YearTerms;
export const TERM_NAMES: readonly TermName[] = ['autumn', 'spring', 'summer'];

/** The terms of a school year and how well they are known. */
export interface KnownTerms {
  /** The calendar year in which the school year begins. */
  schoolYear: number;
  terms: YearTerms;
  source: string;
  /** `own`: entered by the service. `published`: of the area. `general`: of no area, for want of better. */
  standing: 'own' | 'published' | 'general';
}

/** The term dates that policies hold for an area and a school year; null when there are none for the year. `laCode` null: no area. */
export function termsOfArea(
  policies: readonly TermDatesPolicy[],
  laCode: number | null,
  schoolYear: number,
): KnownTerms | null {
  const policy = policies.find((one) => one.schoolYear === schoolYear);
  if (policy === undefined) return null;
  const area = policy.areas.find((one) => one.laCode === laCode);
  return area === undefined
    ? { schoolYear, ...policy.general, standing: 'general' }
    : { schoolYear, terms: area.terms, source: area.source, standing: 'published' };
}

/** The calendar year in which the school year of an ISO day begins: from 1 September. */
export function schoolYearOf(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
}

/** "2026-27". */
export function schoolYearWords(schoolYear: number): string {
  return `${schoolYear}-${String((schoolYear + 1) % 100).padStart(2, '0')}`;
}

/** What an ISO day is in a school year: in which term, in its half-term holiday, or in the holidays between terms with null. */
export function termOn(day: string, terms: YearTerms): { term: TermName; halfTerm: boolean } | null {
  const term = TERM_NAMES.find((name) => terms[name].starts <= day && day <= terms[name].ends);
  if (term === undefined) return null;
  const { starts, ends } = terms[term].halfTerm;
  return { term, halfTerm: starts <= day && day <= ends };
}
