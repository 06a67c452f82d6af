import type { Highs } from 'highs';
import type { Clock } from './clock.ts';
import type { Pricer } from './knapsack.ts';
import { type Plan, planCost, UNCOVERED } from './plan.ts';
import { chooseSets } from './set-model.ts';
import { type LeaderSet, setsAbove } from './sets.ts';
import type { WholeInstance } from './whole-units.ts';

/** What every part of the search works with. */
export interface Ground {
  readonly instance: WholeInstance;
  readonly price: Pricer;
  /** Prices that prove the bound. */
  readonly prices: Float64Array;
  readonly highs: Highs;
  readonly clock: Clock;
}

/** How much work to spend on planning some leaders anew. */
export interface Effort {
  /** Most sets to choose among. */
  readonly sets: number;
  /** Most nodes of branch and bound: a limit in work, not in seconds, so that a seed repeats itself. */
  readonly nodes: number;
  /** When more sets than `sets` could be part of a better plan: choose among the likeliest, or do nothing. */
  readonly whenMore: 'narrow' | 'nothing';
}

/** What came of planning some leaders anew. */
export interface Replanned {
  readonly plan: Plan;
  /** Cost steps saved. */
  readonly saved: number;
  /** True when it is shown that these leaders cannot do better while the others keep their schools. */
  readonly isBest: boolean;
}

/**
 * Plans some leaders anew over their own schools and all uncovered ones, the rest of the plan standing still.
 *
 * The prices bound what the part can cost; a set is listed only if its reduced cost is within the distance of that bound
 * from the present cost, for no better plan can hold any other (reduced-cost fixing, of sets rather than pairs). When
 * they are more than the effort allows, the distance is narrowed until they fit, and the outcome proves nothing.
 */
export function replan(ground: Ground, plan: Plan, leaders: readonly number[], effort: Effort): Replanned {
  const { instance, price, prices, highs, clock } = ground;
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
  if (slack < 0) return { plan, saved: 0, isBest: true };

  let width = slack;
  let sets = listSets(instance, leaders, profits, open, width, effort.sets);
  if (sets === null && effort.whenMore === 'nothing') return { plan, saved: 0, isBest: false };
  while (sets === null) {
    // Ties may be more than fit even at no width at all.
    if (width < 1 / 2) return { plan, saved: 0, isBest: false };
    width *= 0.6;
    sets = listSets(instance, leaders, profits, open, width, effort.sets);
  }
  const isWhole = width === slack;
  const start = addPresent(instance, plan, taking, sets);
  if (sets.length === start.length) return { plan, saved: 0, isBest: isWhole };
  const { chosen, isBest } = chooseSets(highs, instance, sets, start, effort.nodes, clock);
  const next = plan.map((pair) => (pair !== UNCOVERED && taking.has(pairLeader[pair]!) ? UNCOVERED : pair));
  for (const { pairs } of chosen) for (const pair of pairs) next[pairSchool[pair]!] = pair;
  const saved = planCost(instance, plan) - planCost(instance, next);
  return { plan: saved > 0 ? next : plan, saved: Math.max(0, saved), isBest: isBest && isWhole };
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
  for (const [n, leader] of leaders.entries()) {
    const more = setsAbove(instance, leader, open, profits[n]! - width, most - sets.length);
    if (more === null) return null;
    sets.push(...more);
  }
  return sets;
}

/** The same for the same pairs in any order. */
function key(pairs: readonly number[]): string {
  return pairs.toSorted((a, b) => a - b).join();
}

/** Makes sure that the present plan is among the sets, and tells where. */
function addPresent(instance: WholeInstance, plan: Plan, taking: ReadonlySet<number>, sets: LeaderSet[]): number[] {
  const present = new Map<number, number[]>();
  for (const pair of plan) {
    if (pair === UNCOVERED || !taking.has(instance.pairLeader[pair]!)) continue;
    const leader = instance.pairLeader[pair]!;
    present.set(leader, [...(present.get(leader) ?? []), pair]);
  }
  const wanted = new Map([...present].map(([leader, pairs]) => [key(pairs), { leader, pairs }]));
  const start: number[] = [];
  sets.forEach(({ pairs }, s) => {
    if (wanted.delete(key(pairs))) start.push(s);
  });
  for (const set of wanted.values()) start.push(sets.push(set) - 1);
  return start;
}
