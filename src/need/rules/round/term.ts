export const TERMS = ['autumn', 'spring', 'summer'] as const;
export type Term = (typeof TERMS)[number];

/** A term of a school year, named by the calendar year in which the school year begins. */
export interface SchoolTerm {
  schoolYear: number;
  term: Term;
}

/** "autumn term 2026-27". */
export function termWords({ schoolYear, term }: SchoolTerm): string {
  return `${term} term ${schoolYear}-${String((schoolYear + 1) % 100).padStart(2, '0')}`;
}

/** The term in which an ISO day lies: autumn to the end of December, spring to the end of March, summer to the end of August. */
export function termOf(day: string): SchoolTerm {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (month >= 9) return { schoolYear: year, term: 'autumn' };
  return { schoolYear: year - 1, term: month <= 3 ? 'spring' : 'summer' };
}

/** Comparator: the earlier term first. */
export function termOrder(a: SchoolTerm, b: SchoolTerm): number {
  return a.schoolYear - b.schoolYear || TERMS.indexOf(a.term) - TERMS.indexOf(b.term);
}
