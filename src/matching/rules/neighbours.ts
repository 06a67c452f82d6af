import type { Random } from './random.ts';
import type { WholeInstance } from './whole-units.ts';

/** A cheap choice among many: the best of so many drawn. */
const DRAWS = 3;
/** A walk that keeps coming back to leaders it has ends after so many steps for each leader wanted. */
const MOST_STEPS = 40;

/**
 * Leaders, of those given, who could exchange schools with one another: a random walk from leader to school to leader, by
 * pairs that the prices make look worth having. Planning such leaders anew together is where a plan can still be improved.
 *
 * @param among the leaders to choose from; the walk passes others too
 */
export function neighbours(
  instance: WholeInstance,
  prices: Float64Array,
  among: readonly number[],
  size: number,
  random: Random,
): number[] {
  const { leaderStart, schoolStart, schoolPairs, pairLeader, pairSchool, pairCost } = instance;
  if (among.length <= size) return among.slice();
  const wanted = Math.floor(size);
  const isWanted = new Set(among);
  const found = new Set([among[Math.floor(random() * among.length)]!]);
  const passed = new Set(found);
  let list = [...passed];
  const draw = (from: number, to: number) => from + Math.floor(random() * (to - from));
  for (let step = 0; step < wanted * MOST_STEPS && found.size < wanted; step++) {
    const leader = list[Math.floor(random() * list.length)]!;
    const [from, to] = [leaderStart[leader]!, leaderStart[leader + 1]!];
    if (from === to) continue;
    const worth = (pair: number) => prices[pairSchool[pair]!]! - pairCost[pair]!;
    let pair = draw(from, to);
    for (let k = 1; k < DRAWS; k++) {
      const other = draw(from, to);
      if (worth(other) > worth(pair)) pair = other;
    }
    const school = pairSchool[pair]!;
    let back = schoolPairs[draw(schoolStart[school]!, schoolStart[school + 1]!)]!;
    for (let k = 1; k < DRAWS; k++) {
      const other = schoolPairs[draw(schoolStart[school]!, schoolStart[school + 1]!)]!;
      if (pairCost[other]! < pairCost[back]!) back = other;
    }
    const next = pairLeader[back]!;
    if (isWanted.has(next)) found.add(next);
    passed.add(next);
    if (passed.size > list.length) list = [...passed];
  }
  return [...found];
}
