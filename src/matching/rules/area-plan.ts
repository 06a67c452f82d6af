import type { Decision } from '../../need/rules/decision.ts';
import type { Category } from '../../need/rules/need-policy.ts';
import { needOrder } from '../../need/rules/need-order.ts';
import { type Candidates, candidatesOf } from './candidates.ts';
import { buildInstance, type Instance } from './instance.ts';
import { pairReasons } from './pair-reasons.ts';
import type { ContextDistance } from './pairing.ts';
import type { PlanPolicy } from './plan-policy.ts';
import type { Leader, Need } from './sides.ts';
import type { Solution } from './solution.ts';
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

/** What a plan is made from: the schools, the leaders and the pairs between them, as an instance for the solver. */
export interface PlanProblem {
  needs: readonly Need[];
  leaders: readonly Leader[];
  candidates: readonly Candidates[];
  instance: Instance;
}

/** Turns schools in need and leaders into an instance. Schools are put in the order of need; leaders nobody could have are left out. */
export function planProblem(
  allNeeds: readonly Need[],
  allLeaders: readonly Leader[],
  context: ContextDistance,
  policy: PlanPolicy,
): PlanProblem {
  const needs = allNeeds.toSorted((a, b) => needOrder(a.assessment, b.assessment));
  const found = candidatesOf(needs, allLeaders, context, policy);
  const used = [...new Set(found.flatMap(({ candidates }) => candidates.map(({ leader }) => leader)))].toSorted(
    (a, b) => a - b,
  );
  const position = new Map(used.map((leader, k) => [leader, k]));
  const leaders = used.map((leader) => allLeaders[leader]!);
  const candidates = found.map((one) => ({
    ...one,
    candidates: one.candidates.map(({ leader, pairing }) => ({ leader: position.get(leader)!, pairing })),
  }));
  const pairs = candidates.flatMap((one, school) =>
    one.candidates.map(({ leader, pairing }) => ({ leader, school, cost: pairing.cost })),
  );
  const instance = buildInstance({
    capacity: leaders.map(({ days }) => days),
    maxSchools: leaders.map(({ mostSchools }) => mostSchools),
    demand: needs.map(({ days }) => days),
    // Schools are in the order of need, and the plan by hand takes the largest number first.
    priority: needs.map((_, k) => needs.length - k),
    penalty: needs.map(
      ({ assessment }) => policy.uncovered[assessment.category] + policy.uncovered.perPoint * assessment.points,
    ),
    pairLeader: pairs.map(({ leader }) => leader),
    pairSchool: pairs.map(({ school }) => school),
    pairCost: pairs.map(({ cost }) => cost),
  });
  return { needs, leaders, candidates, instance };
}

/** A solver's answer in words: every pair with its reasons, every school without a leader with its why. */
export function planFrom(problem: PlanProblem, solution: Solution, policy: PlanPolicy): PlanOfPairs {
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
        reasons: pairReasons(need, leader, pairing),
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
              why: whyUncovered(k, problem, solution, policy),
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
