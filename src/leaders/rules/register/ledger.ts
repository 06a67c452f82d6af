import { daysBetween } from '../../../opendata/rules/london-time.ts';
import { type SchoolTerm, TERMS, termOf } from '../../../need/rules/round/term.ts';

export const DAYS_KINDS = ['promised', 'used', 'given back'] as const;
export type DaysKind = (typeof DAYS_KINDS)[number];

/** What was offered for a term, at a moment. */
export interface Offer extends SchoolTerm {
  halfDays: number;
  /** ISO day on which it was said. */
  on: string;
}

/** Half days of a term added up by kind. */
export interface DaysNoted extends SchoolTerm {
  kind: DaysKind;
  halfDays: number;
}

/** What a leader has of a term, in half days. */
export interface TermLedger extends SchoolTerm {
  /** Null: nothing was said, which is not nought. */
  offered: number | null;
  /** Promised to placements and not given back. */
  promised: number;
  used: number;
  /** Null where nothing was offered; below nought where more is promised or used than offered. */
  left: number | null;
  /** ISO day of the newest offer; null: never. */
  confirmedOn: string | null;
}

/** The newest offer of each term beside what is promised and used of it; terms in their order. */
export function termLedgers(
  terms: readonly SchoolTerm[],
  offers: readonly Offer[],
  noted: readonly DaysNoted[],
): TermLedger[] {
  return terms.map(({ schoolYear, term }) => {
    const isIt = (one: SchoolTerm) => one.schoolYear === schoolYear && one.term === term;
    const newest = offers
      .filter(isIt)
      .reduce<Offer | null>((last, offer) => (last !== null && last.on > offer.on ? last : offer), null);
    const sum = (kind: DaysKind) =>
      noted.filter((one) => isIt(one) && one.kind === kind).reduce((total, { halfDays }) => total + halfDays, 0);
    const promised = sum('promised') - sum('given back');
    const used = sum('used');
    const offered = newest?.halfDays ?? null;
    return {
      schoolYear,
      term,
      offered,
      promised,
      used,
      left: offered === null ? null : offered - Math.max(promised, used),
      confirmedOn: newest?.on ?? null,
    };
  });
}

/** Whether an offer is too old to count on: never said, or not said again for more than so many days. */
export function isStale(confirmedOn: string | null, today: string, staleAfterDays: number): boolean {
  return confirmedOn === null || daysBetween(confirmedOn, today) > staleAfterDays;
}

/** The term of a day and the two after it: what a leader is asked about. */
export function comingTerms(today: string): SchoolTerm[] {
  const terms = [termOf(today)];
  while (terms.length < 3) {
    const { schoolYear, term } = terms.at(-1)!;
    const next = TERMS.indexOf(term) + 1;
    terms.push(
      next < TERMS.length ? { schoolYear, term: TERMS[next]! } : { schoolYear: schoolYear + 1, term: TERMS[0] },
    );
  }
  return terms;
}
