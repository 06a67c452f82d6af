import type { Category } from '../../../need/rules/need-policy.ts';
import { leaderName } from './names.ts';
import type { PlacedBy } from '../placed-pairs.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { pairReasons } from '../pair-reasons.ts';
import type { Need } from '../sides.ts';
import type { Solution } from '../solution.ts';
import { type Place, placeOf } from '../travel.ts';
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

/** A solver's answer as a round keeps it: every pair by its keys with its reasons, every need without a leader with its why. */
export function roundPlan(problem: PlanProblem, solution: PlanFound): RoundPlan {
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
      reasons: pairReasons(need, leader, pairing),
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
    bound,
    gap,
    provedOptimal,
    seconds,
  };
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
