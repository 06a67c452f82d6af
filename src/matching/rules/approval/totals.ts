import type { RoundPlan } from '../round/round-plan.ts';

/** A plan in totals that every partner may read. */
export interface TotalsForPartners {
  needs: number;
  covered: number;
  days: number;
  minutes: number;
  /** 0 to 1. */
  gap: number;
  provedOptimal: boolean;
}

/** The totals of a plan. */
export function totalsForPartners({ pairs, uncovered, gap, provedOptimal }: RoundPlan): TotalsForPartners {
  return {
    needs: pairs.length + uncovered.length,
    covered: pairs.length,
    days: pairs.reduce((sum, { days }) => sum + days, 0),
    minutes: pairs.reduce((sum, { minutes }) => sum + minutes, 0),
    gap,
    provedOptimal,
  };
}
