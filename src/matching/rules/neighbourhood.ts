import type { Highs } from 'highs';
import type { Clock } from './clock.ts';
import type { Pricer } from './knapsack.ts';
import type { Plan } from './plan.ts';
import { UNCOVERED } from './plan.ts';
import type { LeaderSet } from './sets.ts';
import { setsAbove } from './sets.ts';
import { chooseSets } from './set-model.ts';
import type { WholeInstance } from './whole-units.ts';

/** What came of planning some leaders anew. */
export interface Replanned {
  readonly plan: Plan;
  /** Cost steps saved. */
  readonly saved: number;
  /** True when it is shown that these leaders cannot do better while the others keep their schools. */
  readonly isBest: boolean;
  /** False when the sets were too many to list all that could be part of a better plan. */
  readonly isWhole: boolean;
}

/**
 * Plans some leaders anew over their own schools and all uncovered ones, the rest of the plan standing still.
 *
 * The prices bound what the part can cost; a set is listed only if its reduced cost is within the distance of that bound
 * from the present cost, for no better plan can hold any other (reduced-cost fixing, of sets rather than pairs). When
 * they are more than `most`, the distance is narrowed until they fit, and the outcome proves nothing.
 */
export function replan(
  highs: Highs,
  instance: WholeInstance,
  price: Pricer,
  prices: Float64Array,
  plan: Plan,
  leaders: readonly number[],
  most: number,
  nodes: number,
  clock: Clock,
): Replanned {
  const { pairLeader, pairSchool, pairCost, penalty } = instance;
  const taking = new Set(leaders);
  const isOpen = (j: number): boolean => plan[j] === UNCOVERED || taking.has(pairLeader[plan[j]!]!);
  const open = prices.map((p, j) => (isOpen(j) ? p : -1));

  let slack = 0;
  for (let j = 0; j < open.length; j++) {
    if (open[j]! >= 0) slack += (plan[j] === UNCOVERED ? penalty[j]! : pairCost[plan[j]!]!) - open[j]!;
  }
  const profits = leaders.map((leader) => price(leader, open).profit);
  for (const profit of profits) slack += profit;
  // A better plan saves a whole step at least.
  slack -= 1;
  if (slack < 0) return { plan, saved: 0, isBest: true, isWhole: true };

  let width = slack;
  let sets = listSets(instance, leaders, profits, open, width, most);
  while (sets === null) {
    width *= 0.6;
    sets = listSets(instance, leaders, profits, open, width, most);
  }
  const start = addPresent(instance, plan, taking, sets);
  const { chosen, isBest } = chooseSets(highs, instance, sets, start, nodes, clock);
  const next = plan.map((pair) => (pair !== UNCOVERED && taking.has(pairLeader[pair]!) ? UNCOVERED : pair));
  for (const { pairs } of chosen) for (const pair of pairs) next[pairSchool[pair]!] = pair;
  let saved = 0;
  for (let j = 0; j < next.length; j++) {
    saved += plan[j] === UNCOVERED ? penalty[j]! : pairCost[plan[j]!]!;
    saved -= next[j] === UNCOVERED ? penalty[j]! : pairCost[next[j]!]!;
  }
  const isWhole = width === slack;
  return saved > 0
    ? { plan: next, saved, isBest: isBest && isWhole, isWhole }
    : { plan, saved: 0, isBest: isBest && isWhole, isWhole };
}

function listSets(
  instance: WholeInstance,
  leaders: readonly number[],
  profits: readonly number[],
  open: Float64Array,
  width: number,
  most: number,
): LeaderSet[] | null {
  const sets: LeaderSet[] = [];
  for (let n = 0; n < leaders.length; n++) {
    const more = setsAbove(instance, leaders[n]!, open, profits[n]! - width, most - sets.length);
    if (more === null) return null;
    sets.push(...more);
  }
  return sets;
}

/** Makes sure that the present plan is among the sets, and tells where. */
function addPresent(instance: WholeInstance, plan: Plan, taking: ReadonlySet<number>, sets: LeaderSet[]): number[] {
  const present = new Map<number, number[]>();
  for (const pair of plan) {
    if (pair === UNCOVERED || !taking.has(instance.pairLeader[pair]!)) continue;
    const leader = instance.pairLeader[pair]!;
    present.set(leader, [...(present.get(leader) ?? []), pair]);
  }
  const key = (pairs: readonly number[]): string => pairs.toSorted((a, b) => a - b).join();
  const wanted = new Map([...present].map(([leader, pairs]) => [key(pairs), { leader, pairs }]));
  const start: number[] = [];
  sets.forEach(({ pairs }, s) => {
    if (wanted.delete(key(pairs))) start.push(s);
  });
  for (const set of wanted.values()) start.push(sets.push(set) - 1);
  return start;
}
