import { changeReasons } from './change-reasons.ts';
import type { PlanAssignment } from './plan-parts.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { Need } from './sides.ts';

/** A plan: a problem, and the leader of each of its needs. */
export interface PlanMade {
  problem: PlanProblem;
  assignment: PlanAssignment;
}

/** What became of a need from one plan to another. */
export type NeedChange =
  | 'same'
  | 'days changed'
  | 'new leader'
  | 'newly covered'
  | 'lost its leader'
  | 'still without'
  | 'not planned before'
  | 'no longer planned';

/** A need's leader in one plan. */
export interface NeedLeader {
  leaderKey: string;
  title: string;
  homeName: string;
  days: number;
  /** What the pair costs in that plan, in minutes of one-way travel. */
  cost: number;
}

export interface NeedDifference {
  needKey: string;
  urn: number;
  schoolName: string;
  support: Need['support'];
  change: NeedChange;
  before: NeedLeader | null;
  after: NeedLeader | null;
  /** Why, in sentences; none where nothing changed. */
  reasons: string[];
}

/** Needs of either plan, in the order of the later one and then of the earlier, with what became of each and why. */
export function planDifference(before: PlanMade, after: PlanMade): NeedDifference[] {
  const gone = before.problem.needs.filter(({ key }) => !after.problem.needAt.has(key));
  return [...after.problem.needs, ...gone].map((need) => {
    const [was, is] = [before, after].map((plan) => leaderIn(plan, need.key)) as [NeedLeader | null, NeedLeader | null];
    const planned = {
      before: before.problem.needAt.has(need.key),
      after: after.problem.needAt.has(need.key),
    };
    const change = changeOf(planned, was, is);
    return {
      needKey: need.key,
      urn: need.school.urn,
      schoolName: need.school.name,
      support: need.support,
      change,
      before: was,
      after: is,
      reasons: changeReasons(change, need.key, before, after),
    };
  });
}

function changeOf(
  planned: { before: boolean; after: boolean },
  before: NeedLeader | null,
  after: NeedLeader | null,
): NeedChange {
  if (!planned.after) return 'no longer planned';
  if (!planned.before) return 'not planned before';
  if (before === null) return after === null ? 'still without' : 'newly covered';
  if (after === null) return 'lost its leader';
  if (before.leaderKey !== after.leaderKey) return 'new leader';
  return before.days === after.days ? 'same' : 'days changed';
}

function leaderIn({ problem, assignment }: PlanMade, needKey: string): NeedLeader | null {
  const need = problem.needAt.get(needKey);
  const leader = need === undefined ? null : (assignment[need] ?? null);
  if (need === undefined || leader === null) return null;
  const { key, title, school } = problem.leaders[leader]!;
  const { pairing } = problem.candidates[need]!.candidates.find((one) => one.leader === leader)!;
  return { leaderKey: key, title, homeName: school.name, days: problem.needs[need]!.days, cost: pairing.cost };
}
