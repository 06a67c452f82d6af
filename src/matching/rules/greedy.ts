import type { Instance } from './instance.ts';

/**
 * The plan that people make by hand: the most pressing school first, then the one dearer to leave, each with its cheapest
 * leader who still has the days and a place. Returns the leader of each school, or null.
 */
export function planByHand(instance: Instance): (number | null)[] {
  const { priority, penalty, demand, schoolStart, schoolPairs, pairLeader, pairCost } = instance;
  const days = instance.capacity.slice();
  const places = instance.maxSchools.slice();
  const assignment: (number | null)[] = Array.from({ length: instance.schools }, () => null);
  const order = assignment
    .map((_, school) => school)
    .toSorted((a, b) => priority[b]! - priority[a]! || penalty[b]! - penalty[a]! || a - b);
  for (const school of order) {
    let best: number | null = null;
    for (let k = schoolStart[school]!; k < schoolStart[school + 1]!; k++) {
      const pair = schoolPairs[k]!;
      const leader = pairLeader[pair]!;
      if (days[leader]! < demand[school]! || places[leader]! < 1) continue;
      if (best === null || pairCost[pair]! < pairCost[best]!) best = pair;
    }
    // A pair that costs more than leaving the school is no help to the plan.
    if (best === null || pairCost[best]! > penalty[school]!) continue;
    const leader = pairLeader[best]!;
    days[leader]! -= demand[school]!;
    places[leader]!--;
    assignment[school] = leader;
  }
  return assignment;
}
