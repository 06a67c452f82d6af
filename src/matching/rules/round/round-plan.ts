import type { Category } from '../../../need/rules/need-policy.ts';
import { leaderName } from './names.ts';
import type { PlacedBy } from '../placed-pairs.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { pairConditions } from '../pair-conditions.ts';
import { pairReasons } from '../pair-reasons.ts';
import type { PlanMade } from '../plan-before.ts';
import { planDifference } from '../plan-difference.ts';
import { type PlanPart, planParts } from '../plan-parts.ts';
import type { Need } from '../sides.ts';
import type { Solution } from '../solution.ts';
import { supportReasons } from '../support-reasons.ts';
import { type Place, placeOf } from '../travel.ts';
import { travelUsed } from '../travel/travel-used.ts';
import { whyUncovered } from '../uncovered.ts';

/** One need as a proposal shows it. */
export interface PlannedNeed {
  needKey: string;
  urn: number;
  school: string;
  category: Category;
  support: Need['support'];
  days: number;
  laCode: number;
  partnership: string | null;
  place: Place | null;
}

/** A need with the leader proposed for it. */
export interface PlannedPair extends PlannedNeed {
  leaderKey: string;
  leader: string;
  homeUrn: number;
  home: string;
  homePlace: Place | null;
  km: number;
  minutes: number;
  cost: number;
  /** What the days cost who pays; null where the leader's rate is not known. */
  pence: number | null;
  /** A lock or an approved placement that it was put in by; null where the solver chose it. */
  placedBy: PlacedBy | null;
  reasons: string[];
  /** What must still be done or known before it can begin. */
  conditions: string[];
}

/** A proposal in words: what a proposal keeps, and what is shared, approved and handed on. */
export interface RoundPlan {
  pairs: PlannedPair[];
  uncovered: (PlannedNeed & { why: string })[];
  /** Leaders who could have a need, and the days that they could give between them. */
  leaders: number;
  leaderDays: number;
  byHand: { objective: number; covered: number };
  /** In minutes of one-way travel. */
  objective: number;
  /** What the objective is made of. */
  parts: PlanPart[];
  /** Why needs have another leader than in the plan that this one was to stay near, by key; empty where there was none. */
  whyChanged: Record<string, string[]>;
  /** What its minutes come from and how sure they are, in sentences. */
  travel: string[];
  bound: number;
  gap: number;
  provedOptimal: boolean;
  seconds: number;
}

/** What a plan is made of: a solver's answer, with its proof or without. */
export type PlanFound = Pick<
  Solution,
  'assignment' | 'objective' | 'bound' | 'gap' | 'provedOptimal' | 'seconds' | 'byHand'
>;

/**
 * A solver's answer as a round keeps it: every pair by its keys with its reasons, every need without a leader with its why, and what
 * changed from the plan before, where it was to stay near one.
 */
export function roundPlan(problem: PlanProblem, solution: PlanFound, before: RoundPlan | null): RoundPlan {
  const { needs, leaders, candidates, placed } = problem;
  const pairs: PlannedPair[] = [];
  const uncovered: RoundPlan['uncovered'] = [];
  needs.forEach((need, position) => {
    const index = solution.assignment[position] ?? null;
    if (index === null) {
      uncovered.push({ ...plannedNeed(need), why: whyUncovered(position, problem, solution) });
      return;
    }
    const leader = leaders[index]!;
    const { pairing } = candidates[position]!.candidates.find((one) => one.leader === index)!;
    pairs.push({
      ...plannedNeed(need),
      leaderKey: leader.key,
      leader: leaderName(leader),
      homeUrn: leader.school.urn,
      home: leader.school.name,
      homePlace: placeOf(leader.school),
      km: rounded(pairing.km),
      minutes: Math.round(pairing.minutes),
      cost: rounded(pairing.cost),
      pence: leader.pencePerDay === null ? null : Math.round(leader.pencePerDay * need.days),
      placedBy: placed[position] ?? null,
      reasons: [...pairReasons(need, leader, pairing), ...supportReasons(need, leader, problem.policy)],
      conditions: pairConditions(need, leader, problem.policy),
    });
  });
  const { objective, bound, gap, provedOptimal, seconds, byHand } = solution;
  return {
    pairs,
    uncovered,
    leaders: leaders.length,
    leaderDays: leaders.reduce((sum, { days }) => sum + days, 0),
    byHand,
    objective,
    parts: planParts(problem, solution.assignment),
    whyChanged: before === null ? {} : whyChanged(before, { problem, assignment: solution.assignment }),
    travel: travelUsed(problem).sentences,
    bound,
    gap,
    provedOptimal,
    seconds,
  };
}

function whyChanged(before: RoundPlan, after: PlanMade): Record<string, string[]> {
  const differences = planDifference({ ...before, daysOfLeaders: null }, after);
  return Object.fromEntries(
    differences.flatMap(({ need, reasons }) => (reasons.length === 0 ? [] : [[need.needKey, reasons]])),
  );
}

function plannedNeed({ key, school, assessment, support, days, laCode, partnership }: Need): PlannedNeed {
  const { urn, name } = school;
  return {
    needKey: key,
    urn,
    school: name,
    category: assessment.category,
    support,
    days,
    laCode,
    partnership,
    place: placeOf(school),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
