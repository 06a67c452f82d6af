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

/** How the bound was come by, so that others may check it. */
export interface Proof {
  /**
   * `prices`: the prices alone prove the bound, by arithmetic that `certify` repeats. `search`: the prices prove
   * `priceBound`, and branch and bound over the sets that they leave possible showed that nothing is cheaper.
   */
  kind: 'prices' | 'search';
  /** What covering each school is worth at most, from 0 to its penalty. */
  prices: number[];
  /** What is asked of a set with two or three of these schools: of all sets of a plan, at most one has as many. */
  cuts: { schools: [number, number, number]; price: number }[];
  /** What a unit of each row is worth, from 0 to its price. */
  rowPrices: number[];
  /** The bound that the prices alone prove. */
  priceBound: number;
}

/** Objective and bound count as equal when they differ by no more than this share of the objective (or of 1). */
export const OPTIMAL_TOLERANCE = 1e-6;
