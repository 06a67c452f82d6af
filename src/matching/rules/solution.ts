/** A plan for an instance with its proof. Costs are in the instance's own unit. */
export interface Solution {
  /** The leader of each school, or null when it is left uncovered. */
  assignment: (number | null)[];
  /** Cost of the pairs chosen and the penalties of the schools left uncovered. */
  objective: number;
  /** No plan costs less than this. */
  bound: number;
  /** (objective - bound) / objective; 0 when nothing costs anything. */
  gap: number;
  /** True only when the gap is 0: objective and bound agree to `OPTIMAL_TOLERANCE` and are then reported as equal. */
  provedOptimal: boolean;
  uncovered: number;
  seconds: number;
  /** The plan that people make by hand, for comparison. */
  byHand: { objective: number; covered: number };
}

/** Objective and bound count as equal when they differ by no more than this share of the objective (or of 1). */
export const OPTIMAL_TOLERANCE = 1e-6;
