import type { SchoolTerm } from '../../../need/rules/round/term.ts';
import type { WeightChange } from '../weights.ts';
import type { RoundPlan } from './round-plan.ts';

export const ROUND_STATES = ['open', 'shared', 'approved', 'closed'] as const;
export type PlanningState = (typeof ROUND_STATES)[number];

export const STATE_WORDS: Record<PlanningState, string> = {
  open: 'Open: the service plans',
  shared: 'Shared with the panel',
  approved: 'Approved',
  closed: 'Closed',
};

/** Whether decisions and proposals are still made in a round. */
export function isPlannedIn(state: PlanningState): boolean {
  return state === 'open' || state === 'shared';
}

/** A planning round of a service, without what it was frozen from. */
export interface PlanningRound extends SchoolTerm {
  id: string;
  organisationId: string;
  title: string;
  /** ISO days of the term. */
  from: string;
  to: string;
  state: PlanningState;
  /** ISO day of the published data. */
  asAt: string;
  /** What minutes of travel were worked out by. */
  travel: string;
  inputsSha256: string;
  openedBy: string;
  openedInRole: string;
  openedAt: string;
}

/** What a scenario weighs otherwise than the policy; an absent weight is the policy's. */
export interface ScenarioWeights {
  change: WeightChange;
  /** Pounds that the pairs of the plan may cost together; null: no limit. */
  budgetPounds: number | null;
}

/** A named variation of weights within a round. */
export interface Scenario {
  id: string;
  roundId: string;
  name: string;
  weights: ScenarioWeights;
  copiedFrom: string | null;
  by: string;
  at: string;
}

export type ProposalState = 'waiting' | 'running' | 'done' | 'stopped' | 'failed';

/** An approved pair, with its days as approved. */
export interface StandingPair {
  needKey: string;
  leaderKey: string;
  days: number;
}

/** What a proposal was asked for with. */
export interface ProposalAsked {
  seconds: number;
  seed: number;
  /** The proposal that as little as possible is changed of; null: none. */
  near: string | null;
  /** What a need whose leader changes costs, in minutes; null: the scenario's weight of a change. */
  changePrice: number | null;
  /** True: approved pairs that stand may move, at the price of a change; else they stay. */
  mayMove?: boolean;
  /** Approved pairs that stood when it was asked for. */
  standing?: readonly StandingPair[];
  /** Ids of what partners had brought into the round by then. */
  brought?: readonly string[];
}

/** How far a search is. Costs are in minutes of one-way travel. */
export interface ProposalProgress {
  objective: number;
  bound: number;
  /** 0 to 1. */
  gap: number;
  seconds: number;
  covered: number;
  needs: number;
}

/** One run of the solver in a scenario. */
export interface Proposal {
  id: string;
  /** From 1 within the round, in the order in which they were asked for. */
  number: number;
  roundId: string;
  scenarioId: string;
  state: ProposalState;
  asked: ProposalAsked;
  /** Ids of the decisions that it was made under. */
  decisions: readonly string[];
  progress: ProposalProgress | null;
  inputsSha256: string;
  fault: string | null;
  cancelling: boolean;
  by: string;
  at: string;
  startedAt: string | null;
  endedAt: string | null;
  seconds: number | null;
}

/** A proposal with its plan, where there is one yet. */
export interface ProposalWithPlan extends Proposal {
  plan: RoundPlan | null;
}

/** Whether the search goes on, or waits to. */
export function isUnderWay({ state }: Pick<Proposal, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}
