import type { SupportPolicy } from '../../leaders/rules/support-policy.ts';
import type { PhaseGroup } from '../../schools/rules/facts.ts';
import type { TravelBasis } from './travel/travel-basis.ts';
import type { FloorCode, UncoveredCode, WeightChange, WeightCode, Weights } from './weights.ts';

/** What makes a match possible and what makes it good: a file in policies/matching/. Costs are in minutes of one-way travel. */
export interface MatchingPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** No further in a straight line and, where it says so, no longer by road. */
  phases: Record<PhaseGroup, { furthestKm: number; furthestMinutes?: number | undefined; source: string }>;
  weights: Weights;
  /** Share of the needs of each group, 0 to 1, that a plan should meet at least; read where a plan serves several groups. */
  floors: Record<FloorCode, { atLeast: number; source: string }>;
  /**
   * Weight of leaving a need without a leader: by category, and for each point of need on top; for a specialist need, a share
   * of that.
   */
  uncovered: Record<UncoveredCode, number> & { source: string };
  /** Only this many of a need's cheapest candidates are weighed. */
  mostCandidates: number;
  mostCandidatesSource: string;
}

/** The same with the roles, the fields and the ways of travel that hold on the day. */
export interface PlanPolicy extends MatchingPolicy {
  support: SupportPolicy;
  /** What the minutes of a journey are worked out from. */
  travel: TravelBasis;
}

/** The policy as a scenario weighs. */
export function withWeights(
  policy: PlanPolicy,
  { weights = {}, uncovered = {}, floors = {} }: WeightChange,
): PlanPolicy {
  const changed = structuredClone({ weights: policy.weights, floors: policy.floors });
  for (const [code, weight] of Object.entries(weights)) changed.weights[code as WeightCode].weight = weight;
  for (const [code, atLeast] of Object.entries(floors)) changed.floors[code as FloorCode].atLeast = atLeast;
  return { ...policy, ...changed, uncovered: { ...policy.uncovered, ...uncovered } };
}
