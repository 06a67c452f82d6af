import type { Category } from '../../need/rules/need-policy.ts';
import type { PhaseGroup } from '../../schools/rules/facts.ts';

/** What makes a match possible and what makes it good: a file in policies/matching/. Costs are in minutes of one-way travel. */
export interface PlanPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  phases: Record<PhaseGroup, { furthestKm: number; source: string }>;
  travel: {
    /** Road distance as a multiple of the straight line. */
    detour: number;
    urbanKmPerHour: number;
    ruralKmPerHour: number;
    source: string;
  };
  costs: {
    perMinute: number;
    /** Weight of one unit of distance in context (see the similar room). */
    perUnitOfContext: number;
    /** Units of context taken for a pair when either school's context is not published: it is unknown, not alike. */
    unknownContext: number;
    /** Weight of a leader's school being stronger on none of the measures that fail; half of them weighs half. */
    perMeasureShareNotStronger: number;
    source: string;
  };
  /** Weight of leaving a school without a leader: by category, and for each point of need on top. */
  uncovered: Record<Category, number> & { perPoint: number; source: string };
  /** Only this many of a school's cheapest candidates are weighed. */
  mostCandidates: number;
  mostCandidatesSource: string;
}
