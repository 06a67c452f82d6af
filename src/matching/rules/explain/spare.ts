import type { Instance } from '../instance.ts';
import type { PlanPolicy } from '../plan-policy.ts';
import { kilometres, placeOf } from '../travel.ts';
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

/** The nearest leader of the school's phase who is not in the plan and could help it, were the journey shorter or they asked. */
export function nearestSpare(ground: Ground, need: number): { leader: Named; km: number } | null {
  const wanted = ground.problem.needs[need]!;
  const to = placeOf(wanted.school);
  if (to === null) return null;
  const anywhere = withoutLimit(ground.problem.policy);
  const found = ground.spare.flatMap((leader) => {
    const from = placeOf(leader.school);
    if (from === null || !ground.pairOf(wanted, leader, anywhere).ok) return [];
    return [{ leader: namedLeader(leader), km: kilometres(from, to) }];
  });
  return found.toSorted((a, b) => a.km - b.km)[0] ?? null;
}
