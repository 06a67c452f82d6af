import type { WeightChange } from './weights.ts';

/** A pair by the keys of its sides. */
export interface PairKey {
  needKey: string;
  leaderKey: string;
}

/** What people decided of a plan before it is made. All of it is kept, or said to be impossible. */
export interface Wishes {
  /** Pairs that must be. */
  locks?: readonly PairKey[];
  /** Pairs that must not be. */
  forbids?: readonly PairKey[];
  /** What a leader gives in this plan, in place of what was recorded. */
  days?: readonly { leaderKey: string; days: number; mostSchools?: number }[];
  /** Needs that this plan leaves out. */
  leftOut?: readonly string[];
  /** Home schools at risk that lend all the same, with the reason recorded. */
  overrides?: readonly { leaderKey: string; reason: string }[];
}

/** Whose pairs a budget pays for. */
export type BudgetScope =
  | { kind: 'round' }
  /** Needs of an authority's schools. */
  | { kind: 'area'; laCode: number }
  /** Needs of a trust's schools. */
  | { kind: 'trust'; trustUid: number }
  | { kind: 'partnership'; partnership: string }
  /** Leaders whom an organisation brought into the pool. */
  | { kind: 'leaders of'; organisationId: string };

/** Pounds that pairs may cost together, never more. */
export interface Budget {
  name: string;
  scope: BudgetScope;
  pounds: number;
}

/** What a plan is asked for besides its two sides and the policy. */
export interface ProblemOptions {
  wishes?: Wishes;
  /** Placements approved before, which stay whatever the rules now say. Their days are part of their leaders' days. */
  standing?: readonly PairKey[];
  /** A plan that this one should stay near; `price` in minutes for each need that does not keep its leader, else the policy's. */
  previous?: { pairs: readonly PairKey[]; price?: number };
  budgets?: readonly Budget[];
  /** What the scenario weighs otherwise than the policy. */
  weights?: WeightChange;
}
