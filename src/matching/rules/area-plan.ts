import type { Decision } from '../../need/rules/decision.ts';
import type { Category } from '../../need/rules/need-policy.ts';
import { pairReasons } from './pair-reasons.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { Need } from './sides.ts';
import type { Solution } from './solution.ts';
import { supportReasons } from './support-reasons.ts';
import { type Place, placeOf } from './travel.ts';
import { whyUncovered } from './uncovered.ts';

/** Who should work alongside whom, with its proof. */
export interface PlanOfPairs {
  inNeed: PlannedSchool[];
  assignments: Assignment[];
  uncovered: { urn: number; name: string; category: Category; why: string }[];
  /** Leaders within reach of at least one school in need, and the days a year they could give between them. */
  leaders: number;
  leaderDays: number;
  /** The plan that people make by hand: most pressing school first, each its cheapest leader still free. */
  byHand: { objective: number; covered: number };
  /** Sum of the costs of the pairs and of the schools left without a leader, in minutes of one-way travel. */
  objective: number;
  /** No plan under this policy costs less. */
  bound: number;
  /** (objective - bound) / objective, 0 to 1. */
  gap: number;
  provedOptimal: boolean;
  seconds: number;
}

/**
 * A plan for an area (or all of England, with `code` null) and what it stands on: date of the data, titles of the policies.
 * This is what `bin/alongside plan --json` prints and the plan page shows.
 */
export interface AreaPlan extends PlanOfPairs {
  area: { code: number | null; name: string };
  /** ISO date that the register is as at. */
  asAt: string;
  policies: { need: string; designation: string; similar: string; matching: string };
  /** How old the newest results are, in words. */
  resultsNote: string;
}

export interface PlannedSchool {
  urn: number;
  name: string;
  category: Category;
  /** What a person decided of the category, if anybody did: it stands before what was worked out. */
  decision: Decision | null;
  points: number;
  days: number;
  because: string;
  reasons: string[];
  place: Place | null;
}

export interface Assignment {
  schoolUrn: number;
  schoolName: string;
  leaderSchoolUrn: number;
  leaderSchoolName: string;
  leaderTitle: string;
  leaderPlace: Place | null;
  days: number;
  km: number;
  minutes: number;
  cost: number;
  reasons: string[];
}

/** A solver's answer in words: every pair with its reasons, every school without a leader with its why. */
export function planFrom(problem: PlanProblem, solution: Solution): PlanOfPairs {
  const { needs, leaders, candidates } = problem;
  const assignments = needs.flatMap((need, school): Assignment[] => {
    const leaderIndex = solution.assignment[school] ?? null;
    if (leaderIndex === null) return [];
    const leader = leaders[leaderIndex]!;
    const { pairing } = candidates[school]!.candidates.find((one) => one.leader === leaderIndex)!;
    return [
      {
        schoolUrn: need.school.urn,
        schoolName: need.school.name,
        leaderSchoolUrn: leader.school.urn,
        leaderSchoolName: leader.school.name,
        leaderTitle: leader.title,
        leaderPlace: placeOf(leader.school),
        days: need.days,
        km: round(pairing.km, 1),
        minutes: Math.round(pairing.minutes),
        cost: round(pairing.cost, 1),
        reasons: [...pairReasons(need, leader, pairing), ...supportReasons(need, leader, problem.policy)],
      },
    ];
  });
  const { objective, bound, gap, provedOptimal, seconds, byHand } = solution;
  return {
    inNeed: needs.map(plannedSchool),
    assignments,
    uncovered: needs.flatMap(({ school, assessment }, k) =>
      (solution.assignment[k] ?? null) === null
        ? [
            {
              urn: school.urn,
              name: school.name,
              category: assessment.category,
              why: whyUncovered(k, problem, solution),
            },
          ]
        : [],
    ),
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

function plannedSchool({ school, assessment, days }: Need): PlannedSchool {
  const { category, decision, points, because, indicators } = assessment;
  const reasons = indicators.filter(({ state }) => state === 'raised').map(({ sentence }) => sentence);
  return {
    urn: school.urn,
    name: school.name,
    category,
    decision,
    points,
    days,
    because,
    reasons,
    place: placeOf(school),
  };
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
