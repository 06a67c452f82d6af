import type { Instance } from '../../src/matching/rules/instance.ts';

/**
 * The least that any plan costs, by trying every one within the limits: pairs, load, schools left and rows exceeded. For
 * instances of a few leaders and schools; it shares nothing with the solver or the checker, and is as plain as can be.
 */
export function leastCost(instance: Instance): number {
  const { leaders, schools, demand, penalty, fixed, held, load, rows, pairCost, pairLeader, schoolPairs } = instance;
  const days = Array.from(instance.capacity);
  const helped = Array.from({ length: leaders }, () => 0);
  const used = rows.map(() => 0);
  const ofRows = Array.from(pairCost, (_, pair) =>
    rows.map(({ pairs, amounts }) =>
      Array.from(pairs).reduce((sum, p, k) => (p === pair ? sum + amounts[k]! : sum), 0),
    ),
  );
  let least = Infinity;
  const choose = (school: number, cost: number): void => {
    if (cost >= least) return;
    if (school === schools) {
      const over = rows.map(({ limit }, r) => Math.max(0, used[r]! - limit));
      if (rows.some(({ overPrice }, r) => overPrice === null && over[r]! > 1e-9)) return;
      least = Math.min(least, cost + over.reduce((sum, more, r) => sum + more * (rows[r]!.overPrice ?? 0), 0));
      return;
    }
    for (let k = instance.schoolStart[school]!; k < instance.schoolStart[school + 1]!; k++) {
      const pair = schoolPairs[k]!;
      const leader = pairLeader[pair]!;
      if (fixed[school]! >= 0 && fixed[school] !== leader) continue;
      if (days[leader]! < demand[school]! - 1e-9 || helped[leader]! >= instance.maxSchools[leader]!) continue;
      const further = load[leader]! * (held[leader]! + helped[leader]!);
      const before = days[leader]!;
      days[leader] = before - demand[school]!;
      helped[leader]! += 1;
      for (const [r, amount] of ofRows[pair]!.entries()) used[r]! += amount;
      choose(school + 1, cost + pairCost[pair]! + further);
      for (const [r, amount] of ofRows[pair]!.entries()) used[r]! -= amount;
      helped[leader]! -= 1;
      days[leader] = before;
    }
    if (fixed[school]! < 0) choose(school + 1, cost + penalty[school]!);
  };
  choose(0, 0);
  return least;
}
