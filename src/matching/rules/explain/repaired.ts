import type { Instance } from '../instance.ts';
import { type Assignment, costOf } from './moves.ts';

/**
 * A plan that makes a pair, got from a given plan in a moment: the leader keeps of their schools those dearest to
 * leave that still fit, whoever is free takes the schools left over, the one that saves most
 * first, and schools move to whoever is free and fits them better. An upper bound on what the pair costs, and
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
  return bettered(instance, filledUp(instance, kept), school);
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

/**
 * Moves schools one by one to leaders with room who cost less, the move that saves most first, until none is left; the school named stays
 * as it is. What load and limits over many pairs add is looked at in the end: a plan that is no better for it is not taken.
 */
export function bettered(instance: Instance, assignment: Assignment, stays: number): (number | null)[] {
  const plan = [...assignment];
  const days = Array.from(instance.capacity);
  const places = Array.from(instance.maxSchools);
  const cost = Array.from(instance.penalty);
  for (let k = 0; k < instance.pairCost.length; k++) {
    const [leader, school] = [instance.pairLeader[k]!, instance.pairSchool[k]!];
    if (plan[school] !== leader) continue;
    days[leader]! -= instance.demand[school]!;
    places[leader]!--;
    cost[school] = instance.pairCost[k]!;
  }
  const bestMove = (): number | null => {
    let best: number | null = null;
    let most = 1e-9;
    for (let k = 0; k < instance.pairCost.length; k++) {
      const [leader, school] = [instance.pairLeader[k]!, instance.pairSchool[k]!];
      const saving = cost[school]! - instance.pairCost[k]!;
      const fits = places[leader]! > 0 && days[leader]! + 1e-9 >= instance.demand[school]!;
      if (saving <= most || !fits || school === stays || instance.fixed[school] !== -1) continue;
      most = saving;
      best = k;
    }
    return best;
  };
  for (let move = bestMove(); move !== null; move = bestMove()) {
    const [leader, school] = [instance.pairLeader[move]!, instance.pairSchool[move]!];
    const from = plan[school] ?? null;
    if (from !== null) {
      days[from]! += instance.demand[school]!;
      places[from]!++;
    }
    days[leader]! -= instance.demand[school]!;
    places[leader]!--;
    cost[school] = instance.pairCost[move]!;
    plan[school] = leader;
  }
  const [before, after] = [costOf(instance, assignment), costOf(instance, plan)];
  return before !== null && (after === null || after > before) ? [...assignment] : plan;
}
