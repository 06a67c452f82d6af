import type { PhaseGroup } from '../../schools/rules/facts.ts';
import type { SupportPolicy } from './support-policy.ts';
import type { FloorCode, UncoveredCode, WeightChange, WeightCode, Weights } from './weights.ts';

/** What makes a match possible and what makes it good: a file in policies/matching/. Costs are in minutes of one-way travel. */
export interface MatchingPolicy {
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

/** The same with the roles and fields that hold on the day. */
export interface PlanPolicy extends MatchingPolicy {
  support: SupportPolicy;
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
