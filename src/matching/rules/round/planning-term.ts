import { type SchoolTerm, TERMS, termOf } from '../../../need/rules/round/term.ts';
import type { PlanningRoundPolicy } from './round-policy.ts';

/** First and last ISO day of a term. */
export function daysOfTerm(
  { schoolYear, term }: SchoolTerm,
  { terms }: Pick<PlanningRoundPolicy, 'terms'>,
): { from: string; to: string } {
  const year = term === 'autumn' ? schoolYear : schoolYear + 1;
  return { from: `${year}-${terms[term].from}`, to: `${year}-${terms[term].to}` };
}

/** The term after the one in which an ISO day lies, and the two that follow: those that a round is opened for. */
export function termsToPlan(today: string): SchoolTerm[] {
  const { schoolYear, term } = termOf(today);
  const now = TERMS.indexOf(term);
  return [1, 2, 3].map((step) => ({
    schoolYear: schoolYear + Math.floor((now + step) / TERMS.length),
    term: TERMS[(now + step) % TERMS.length]!,
  }));
}

/** Days of a year as those of one term, to a thousandth of a day. */
export function daysInTerm(daysPerYear: number, { shareOfYear }: Pick<PlanningRoundPolicy, 'shareOfYear'>): number {
  return Math.floor((daysPerYear / shareOfYear.terms) * 1000 + 1e-6) / 1000;
}
