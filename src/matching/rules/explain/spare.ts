import type { Instance } from '../instance.ts';
import type { PlanPolicy } from '../plan-policy.ts';
import type { Leader } from '../sides.ts';
import { type Ground, type Named, namedLeader } from './ground.ts';
import type { Assignment } from './moves.ts';

/** Days, and schools, that a leader has left in a plan. */
export function spareOf(instance: Instance, plan: Assignment, leader: number): { days: number; schools: number } {
  let days = instance.capacity[leader]!;
  let schools = instance.maxSchools[leader]!;
  plan.forEach((of, school) => {
    if (of !== leader) return;
    days -= instance.demand[school]!;
    schools--;
  });
  return { days: hundredth(days), schools };
}

/** Days as people count them; sums of decimals leave digits behind. */
export function hundredth(days: number): number {
  return Math.round(days * 100) / 100;
}

const ANYWHERE_KM = 10_000;

/** The policy with no limit on journeys. */
export function withoutLimit(policy: PlanPolicy): PlanPolicy {
  const [primary, secondary] = [policy.phases.primary, policy.phases.secondary].map((phase) => ({
    ...phase,
    furthestKm: ANYWHERE_KM,
  }));
  return { ...policy, phases: { primary: primary!, secondary: secondary! } };
}

/** The nearest leader who could meet a need were no journey too long, and has room for it in the plan; null when there is none. */
export function nearestWithRoom(ground: Ground, need: number): { leader: Named; km: number } | null {
  const { problem, solution, pairOf } = ground;
  const wanted = problem.needs[need]!;
  const anywhere = withoutLimit(problem.policy);
  const found = everyLeader(ground).flatMap(({ leader, position }) => {
    const room = position === null ? roomOf(leader) : spareOf(problem.instance, solution.assignment, position);
    if (room.days < wanted.days || room.schools < 1) return [];
    const result = pairOf(wanted, { ...leader, furthestMinutes: null }, anywhere);
    return result.ok ? [{ leader: namedLeader(leader), km: result.pairing.km }] : [];
  });
  return found.toSorted((a, b) => a.km - b.km)[0] ?? null;
}

/** Days and schools of a leader who is not in the plan. */
export function roomOf({ days, mostSchools }: Leader): { days: number; schools: number } {
  return { days, schools: mostSchools };
}

/** Everyone known, with the position of those whom the problem has. */
export function everyLeader({ problem, spare }: Ground): { leader: Leader; position: number | null }[] {
  return [
    ...problem.leaders.map((leader, position) => ({ leader, position })),
    ...spare.map((leader) => ({ leader, position: null })),
  ];
}
