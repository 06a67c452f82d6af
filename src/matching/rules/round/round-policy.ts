import type { Term } from '../../../need/rules/round/term.ts';

/** How planning rounds are held: a file in policies/matching/. */
export interface PlanningRoundPolicy {
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** First and last day of each term, as "MM-DD". */
  terms: Record<Term, { from: string; to: string }> & { source: string };
  /** Days of a year are spread evenly over so many terms. */
  shareOfYear: { terms: number; source: string };
  search: {
    /** Seconds after which the best plan so far is taken, where nobody says otherwise, and at most. */
    seconds: number;
    mostSeconds: number;
    /** Searches at the same moment; others wait. */
    atOnce: number;
    seed: number;
    source: string;
  };
}
