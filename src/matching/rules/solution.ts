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
  proof: Proof;
}

/** The best plan of a search that goes on, and how far it is from proved. */
export type SoFar = Pick<Solution, 'assignment' | 'objective' | 'bound' | 'gap' | 'seconds'>;

/** How the bound was come by, so that others may check it. */
export interface Proof {
  /**
   * `prices`: the prices alone prove the bound, by arithmetic that `certify` repeats. `search`: the prices prove
   * `priceBound`, and branch and bound over the sets that they leave possible showed that nothing is cheaper.
   */
  kind: 'prices' | 'search';
  /** What covering each school is worth at most, from 0 to its penalty. */
  prices: number[];
  /** The bound that the prices alone prove. */
  priceBound: number;
}

/** Objective and bound count as equal when they differ by no more than this share of the objective (or of 1). */
export const OPTIMAL_TOLERANCE = 1e-6;
