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

/** What proves the bound, so that others may check it: `certify` does, by arithmetic alone. */
export interface Proof {
  /**
   * `prices`: the prices below prove the bound. `parts`: they prove `priceBound`, and the plans were parted by choices until
   * the prices of each part proved that it holds nothing below the bound.
   */
  kind: 'prices' | 'parts';
  /** What covering each school is worth, no more than its penalty. */
  prices: number[];
  /** Cuts that tighten the bound, with what each of the pairs of members that a set holds is priced at. */
  cuts: ProofCut[];
  /** What a unit of each row of the instance is priced at. */
  rowPrices: number[];
  /** The bound that these prices alone prove. */
  priceBound: number;
  /** Parts that hold all plans together; none when `kind` is `prices`. */
  parts: ProofPart[];
}

/**
 * An odd number of members; a set of schools uses one when it is that leader's or holds that school, and floor(members used / 2)
 * pairs of them. The sets of a plan use at most (members - 1) / 2 pairs.
 */
export interface ProofCut {
  leaders: number[];
  schools: number[];
  price: number;
}

/** Plans that keep to some choices, with the prices that prove what they cost at least. */
export interface ProofPart {
  choices: ProofChoice[];
  bound: number;
  /** A school that the choices ask to be covered may be priced above its penalty. */
  prices: number[];
  /** A price for each of the proof's cuts, in their order. */
  cutPrices: number[];
  rowPrices: number[];
}

/** The school has this leader or not; with null, it is covered or not. */
export interface ProofChoice {
  school: number;
  leader: number | null;
  isIn: boolean;
}

/** Objective and bound count as equal when they differ by no more than this share of the objective (or of 1). */
export const OPTIMAL_TOLERANCE = 1e-6;
