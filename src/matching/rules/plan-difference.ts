import { changeReasons } from './change-reasons.ts';
import { type KeptPlan, keptPlanOf, type PlanMade } from './plan-before.ts';

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
  leader: string;
  home: string;
  days: number;
  /** What the pair costs in that plan, in minutes of one-way travel. */
  cost: number;
}

export interface NeedDifference {
  needKey: string;
  urn: number;
  school: string;
  support: string;
  change: NeedChange;
  before: NeedLeader | null;
  after: NeedLeader | null;
  /** Why, in sentences; none where nothing changed. */
  reasons: string[];
}

/** Needs of either plan, in the order of the later one and then of the earlier, with what became of each and why. */
export function planDifference(before: KeptPlan, after: PlanMade): NeedDifference[] {
  const later = { ...after, kept: keptPlanOf(after) };
  const [was, is] = [before, later.kept].map(needsOf) as [NeedsByKey, NeedsByKey];
  const inOrder = after.problem.needs.map(({ key }) => key);
  const gone = [...was.keys()].filter((key) => !is.has(key));
  return [...inOrder, ...gone].map((needKey) => {
    const [old, now] = [was.get(needKey), is.get(needKey)];
    const change = changeOf(old, now);
    const { urn, school, support } = (now ?? old)!;
    return {
      needKey,
      urn,
      school,
      support,
      change,
      before: old?.leader ?? null,
      after: now?.leader ?? null,
      reasons: changeReasons(change, needKey, before, later),
    };
  });
}

type NeedsByKey = ReturnType<typeof needsOf>;

function needsOf({ pairs, uncovered }: KeptPlan) {
  const found = new Map<string, KeptPlan['uncovered'][number] & { leader: NeedLeader | null }>();
  for (const { leaderKey, leader, home, cost, ...need } of pairs)
    found.set(need.needKey, { ...need, leader: { leaderKey, leader, home, days: need.days, cost } });
  for (const need of uncovered) found.set(need.needKey, { ...need, leader: null });
  return found;
}

type Found = { days: number; leader: NeedLeader | null } | undefined;

function changeOf(old: Found, now: Found): NeedChange {
  if (now === undefined) return 'no longer planned';
  if (old === undefined) return 'not planned before';
  if (old.leader === null) return now.leader === null ? 'still without' : 'newly covered';
  if (now.leader === null) return 'lost its leader';
  if (old.leader.leaderKey !== now.leader.leaderKey) return 'new leader';
  return old.days === now.days ? 'same' : 'days changed';
}
