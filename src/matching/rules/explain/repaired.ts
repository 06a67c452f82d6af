import type { Instance } from '../instance.ts';
import { type Assignment, costOf } from './moves.ts';

/**
 * A plan that makes a pair, got from a given plan in a moment: the leader keeps of their schools those dearest to
 * leave that still fit, and whoever is free takes the schools left over, the one that saves most first. An upper bound on what the pair costs, and
 * a plan to begin a search from; null when the pair cannot be made.
 */
export function repairedFor(
  instance: Instance,
  assignment: Assignment,
  { school, leader }: { school: number; leader: number },
): (number | null)[] | null {
  const plan = [...assignment];
  const had = plan
    .flatMap((of, other) => (of === leader && other !== school && instance.fixed[other] === -1 ? [other] : []))
    .toSorted((a, b) => instance.penalty[b]! - instance.penalty[a]! || a - b);
  for (const other of had) plan[other] = null;
  plan[school] = leader;
  if (costOf(instance, plan) === null) return null;
  // The one that it costs most to leave is kept first.
  const kept = had.reduce<(number | null)[]>((so, other) => {
    const tried = [...so];
    tried[other] = leader;
    return costOf(instance, tried) === null ? so : tried;
  }, plan);
  return filledUp(instance, kept);
}

/** Gives schools without a leader to whoever is still free, the pair that saves most first, until none fits. */
export function filledUp(instance: Instance, assignment: Assignment): (number | null)[] {
  let plan = [...assignment];
  const days = Array.from(instance.capacity);
  const places = Array.from(instance.maxSchools);
  plan.forEach((leader, school) => {
    if (leader === null) return;
    days[leader]! -= instance.demand[school]!;
    places[leader]!--;
  });
  const waiting = [];
  for (let k = 0; k < instance.pairCost.length; k++) {
    const school = instance.pairSchool[k]!;
    const saving = instance.penalty[school]! - instance.pairCost[k]!;
    if (plan[school] === null && saving > 0) waiting.push({ leader: instance.pairLeader[k]!, school, saving });
  }
  for (const { leader, school } of waiting.toSorted((a, b) => b.saving - a.saving)) {
    const fits = places[leader]! > 0 && days[leader]! + 1e-9 >= instance.demand[school]!;
    if (plan[school] !== null || !fits) continue;
    const tried = [...plan];
    tried[school] = leader;
    // Limits over many pairs are the checker's to know.
    if (costOf(instance, tried) === null) continue;
    plan = tried;
    days[leader]! -= instance.demand[school]!;
    places[leader]!--;
  }
  return plan;
}
