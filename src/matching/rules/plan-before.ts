import type { PlanAssignment } from './plan-parts.ts';
import type { PlanProblem } from './plan-problem.ts';
import { leaderName } from './round/names.ts';

/** A plan: a problem, and the leader of each of its needs. */
export interface PlanMade {
  problem: PlanProblem;
  assignment: PlanAssignment;
}

/** A plan as it was kept: what differences from it are told by. */
export interface KeptPlan {
  pairs: readonly (KeptNeed & { leaderKey: string; leader: string; home: string; cost: number })[];
  uncovered: readonly KeptNeed[];
  /** Days that each leader had, by key; null where they were not kept. */
  daysOfLeaders: ReadonlyMap<string, number> | null;
}

interface KeptNeed {
  needKey: string;
  urn: number;
  school: string;
  support: string;
  days: number;
}

/** A plan as it would be kept. */
export function keptPlanOf({ problem, assignment }: PlanMade): KeptPlan {
  const { needs, leaders, candidates, pool } = problem;
  const pairs: KeptPlan['pairs'][number][] = [];
  const uncovered: KeptNeed[] = [];
  needs.forEach(({ key, school, support, days }, n) => {
    const need = { needKey: key, urn: school.urn, school: school.name, support, days };
    const index = assignment[n] ?? null;
    if (index === null) {
      uncovered.push(need);
      return;
    }
    const leader = leaders[index]!;
    const { pairing } = candidates[n]!.candidates.find((one) => one.leader === index)!;
    pairs.push({
      ...need,
      leaderKey: leader.key,
      leader: leaderName(leader),
      home: leader.school.name,
      cost: pairing.cost,
    });
  });
  return { pairs, uncovered, daysOfLeaders: new Map(pool.map(({ key, days }) => [key, days])) };
}
