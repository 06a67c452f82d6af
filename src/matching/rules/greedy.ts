import { type Instance, NOT_FIXED, pairOf } from './instance.ts';

/**
 * The plan that people make by hand: the most pressing school first, then the one dearer to leave, each with its cheapest
 * leader who still has the days and a place, within what must not be passed. What is fixed stands. Returns the leader of each school, or null.
 */
export function planByHand(instance: Instance): (number | null)[] {
  const { priority, penalty, demand, schoolStart, schoolPairs, pairLeader, pairCost } = instance;
  const days = instance.capacity.slice();
  const places = instance.maxSchools.slice();
  const left = instance.rows.map(({ limit }) => limit);
  const takes = amountsByPair(instance);
  const assignment: (number | null)[] = Array.from({ length: instance.schools }, () => null);
  const give = (pair: number): void => {
    const [leader, school] = [pairLeader[pair]!, instance.pairSchool[pair]!];
    days[leader]! -= demand[school]!;
    places[leader]!--;
    for (const [row, amount] of takes.get(pair) ?? []) left[row]! -= amount;
    assignment[school] = leader;
  };
  instance.fixed.forEach((leader, school) => {
    if (leader !== NOT_FIXED) give(pairOf(instance, leader, school));
  });
  const order = assignment
    .map((_, school) => school)
    .filter((school) => assignment[school] === null)
    .toSorted((a, b) => priority[b]! - priority[a]! || penalty[b]! - penalty[a]! || a - b);
  for (const school of order) {
    let best: number | null = null;
    for (let k = schoolStart[school]!; k < schoolStart[school + 1]!; k++) {
      const pair = schoolPairs[k]!;
      const leader = pairLeader[pair]!;
      if (days[leader]! < demand[school]! || places[leader]! < 1) continue;
      if ((takes.get(pair) ?? []).some(([row, amount]) => amount > left[row]!)) continue;
      if (best === null || pairCost[pair]! < pairCost[best]!) best = pair;
    }
    // A pair that costs more than leaving the school is no help to the plan.
    if (best === null || pairCost[best]! > penalty[school]!) continue;
    give(best);
  }
  return assignment;
}

/** What each pair takes of the rows that must not be passed. */
function amountsByPair({ rows }: Instance): Map<number, [row: number, amount: number][]> {
  const takes = new Map<number, [number, number][]>();
  rows.forEach(({ pairs, amounts, overPrice }, row) => {
    if (overPrice !== null) return;
    pairs.forEach((pair, k) => takes.set(pair, [...(takes.get(pair) ?? []), [row, amounts[k]!]]));
  });
  return takes;
}
