import type { Highs } from 'highs';
import type { Clock } from './clock.ts';
import { amountsOf, type Plan, planCost, UNCOVERED } from './plan.ts';
import { chooseSets } from './set-model.ts';
import { CLOSED, type LeaderSet, type SetPrices, type SetSearch } from './sets.ts';
import { loadCost, type WholeInstance } from './whole-units.ts';

/** What every part of the search works with. */
export interface Ground {
  readonly instance: WholeInstance;
  readonly search: SetSearch;
  /** Prices of schools that prove the bound, and of rows. */
  readonly prices: { readonly schools: Float64Array; readonly rows: Float64Array };
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
 *
 * @param surcharge what each pair costs on top at the prices of the rows, as `surcharges` tells; null without rows
 */
export function replan(
  ground: Ground,
  plan: Plan,
  leaders: readonly number[],
  effort: Effort,
  surcharge: Float64Array | null,
): Replanned {
  const { instance, search, highs, clock } = ground;
  const { pairLeader, pairSchool } = instance;
  const taking = new Set(leaders);
  const isTaken = (pair: number): boolean => pair !== UNCOVERED && taking.has(pairLeader[pair]!);
  const isOpen = (j: number): boolean => plan[j] === UNCOVERED || isTaken(plan[j]!);
  const open = ground.prices.schools.map((p, j) => (isOpen(j) ? p : CLOSED));
  const prices: SetPrices = { schools: open, surcharge, cuts: null };
  const profits = leaders.map((leader) => search.best(leader, prices, 0, 1)[0]?.profit ?? 0);
  const limits = limitsLeft(
    instance,
    plan.filter((pair) => !isTaken(pair)),
  );

  let slack = costOfPart(instance, plan, leaders, limits) - boundOfPart(ground, open, profits, limits);
  // A better plan saves a whole step at least, where costs are whole steps.
  slack -= instance.isWhole ? 1 : 0;
  if (slack < 0) return { plan, saved: 0, isBest: true };

  let width = slack;
  let sets = listSets(search, leaders, profits, prices, width, effort.sets);
  if (sets === null && effort.whenMore === 'nothing') return { plan, saved: 0, isBest: false };
  while (sets === null) {
    // Ties may be more than fit even at no width at all.
    if (width < 1 / 2) return { plan, saved: 0, isBest: false };
    width *= 0.6;
    sets = listSets(search, leaders, profits, prices, width, effort.sets);
  }
  const isWhole = width === slack;
  const start = addPresent(instance, plan, taking, sets);
  if (sets.length === start.length) return { plan, saved: 0, isBest: isWhole };
  const { chosen, isBest } = chooseSets(highs, instance, { sets, start, limits, nodes: effort.nodes }, clock);
  const next = plan.map((pair) => (isTaken(pair) ? UNCOVERED : pair));
  for (const { pairs } of chosen) for (const pair of pairs) next[pairSchool[pair]!] = pair;
  const saved = planCost(instance, plan) - planCost(instance, next);
  return { plan: saved > 0 ? next : plan, saved: Math.max(0, saved), isBest: isBest && isWhole };
}

/** What the plan's other pairs leave of each row's limit. */
function limitsLeft(instance: WholeInstance, others: Plan): Float64Array {
  const amounts = amountsOf(instance, others);
  return Float64Array.from(instance.rows, ({ limit }, r) => limit - amounts[r]!);
}

/** What the leaders, their schools and those uncovered cost the plan now, with all that passes a row. */
function costOfPart(instance: WholeInstance, plan: Plan, leaders: readonly number[], limits: Float64Array): number {
  const { pairLeader, pairCost, penalty } = instance;
  const taking = new Map(leaders.map((leader) => [leader, 0]));
  const own: number[] = [];
  let cost = 0;
  plan.forEach((pair, j) => {
    if (pair === UNCOVERED) cost += penalty[j]!;
    else if (taking.has(pairLeader[pair]!)) {
      own.push(pair);
      cost += pairCost[pair]!;
      taking.set(pairLeader[pair]!, taking.get(pairLeader[pair]!)! + 1);
    }
  });
  for (const [leader, schools] of taking) cost += loadCost(instance, leader, schools);
  const amounts = amountsOf(instance, own);
  instance.rows.forEach(({ overPrice }, r) => {
    const over = amounts[r]! - limits[r]!;
    if (overPrice !== Infinity && over > 0) cost += over * overPrice;
  });
  return cost;
}

/** What the part costs at least, by the prices. */
function boundOfPart({ prices }: Ground, open: Float64Array, profits: readonly number[], limits: Float64Array): number {
  let bound = 0;
  for (const price of open) if (price !== CLOSED) bound += price;
  for (const profit of profits) bound -= profit;
  prices.rows.forEach((price, r) => {
    bound -= price * limits[r]!;
  });
  return bound;
}

function listSets(
  search: SetSearch,
  leaders: readonly number[],
  profits: readonly number[],
  prices: SetPrices,
  width: number,
  most: number,
): LeaderSet[] | null {
  const sets: LeaderSet[] = [];
  for (const [n, leader] of leaders.entries()) {
    const more = search.above(leader, prices, profits[n]! - width, most - sets.length);
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
