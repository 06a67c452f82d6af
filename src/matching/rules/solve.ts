import type { Highs } from 'highs';
import { certify } from './certify.ts';
import type { Clock } from './clock.ts';
import { planByHand } from './greedy.ts';
import type { Instance } from './instance.ts';
import { makePricer } from './knapsack.ts';
import { raisePrices } from './lagrangian.ts';
import { type Effort, type Ground, replan } from './neighbourhood.ts';
import { neighbours } from './neighbours.ts';
import { type Plan, planCost, UNCOVERED } from './plan.ts';
import { makeRandom, type Random } from './random.ts';
import { improveByLeader, planFromPrices } from './repair.ts';
import { ruinAndRecreate } from './ruin-recreate.ts';
import type { SoFar, Solution } from './solution.ts';
import { solutionOf } from './solution-of.ts';
import { toWholeUnits } from './whole-units.ts';

export interface SolveOptions {
  seed: number;
  clock: Clock;
  highs: Highs;
  /** Told whenever the plan or the bound gets better. */
  onProgress?: (best: SoFar) => void;
}

/** Prices are looked at for a plan once in so many rounds: each look costs about as much as the rounds between. */
const ROUNDS_BETWEEN_PLANS = 40;
/** Proving a whole plan best: done as soon as all sets that could be part of a better plan are so few. */
const PROOF: Effort = { sets: 20_000, nodes: 100_000, whenMore: 'nothing' };
/** The last attempt, when all else has ended and time is left. */
const LAST_PROOF: Effort = { ...PROOF, sets: 100_000 };
/** Leaders planned anew together. Many leaders with few sets each do better than few leaders with all of theirs. */
const FIRST_LEADERS = 100;
const FIRST_SETS_A_LEADER = 12;
const PART_OF_WHOLE = 0.6;
const NODES = 20;
/** When nothing better is found: more leaders if theirs is shown to be the best, else more sets, up to this. */
const WIDEN = 1.1;
const MOST_SETS_A_LEADER = 60;
/** Neighbourhoods in a row without a better plan after which the search ends: it has seen what it can. */
const MOST_FAILURES = 60;

/** The best plan and bound so far, in cost steps. */
interface Best {
  plan: Plan;
  cost: number;
  bound: number;
}

/**
 * The best plan for an instance, with a proven bound; docs/matching.md tells the method. Prices come first (a Lagrangian
 * bound, and plans made from its prices), then ruin and recreate, then parts of the plan are planned anew by branch and
 * bound over sets until the clock stops it. Whenever the sets that the bound leaves possible are few enough to list, the
 * plan is proved best, or bettered, once and for all.
 */
export function solve(instance: Instance, { seed, clock, highs, onProgress }: SolveOptions): Solution {
  const whole = toWholeUnits(instance);
  const price = makePricer(whole);
  const random = makeRandom(seed);
  const nobody = new Int32Array(whole.schools).fill(UNCOVERED);
  const best: Best = { plan: nobody, cost: planCost(whole, nobody), bound: 0 };
  const assignmentOf = (plan: Plan) =>
    Array.from(plan, (pair) => (pair === UNCOVERED ? null : whole.pairLeader[pair]!));
  const report = (): void => {
    const [objective, bound] = [best.cost / whole.costScale, best.bound / whole.costScale];
    const gap = objective === 0 ? 0 : (objective - bound) / objective;
    onProgress?.({ assignment: assignmentOf(best.plan), objective, bound, gap, seconds: clock.elapsed() });
  };
  const found = (plan: Plan): void => {
    const cost = planCost(whole, plan);
    if (cost >= best.cost) return;
    best.plan = plan;
    best.cost = cost;
    report();
  };

  const { prices, bound: priceBound } = raisePrices(
    whole,
    price,
    () => best.cost,
    (relaxed, round) => {
      best.bound = Math.max(best.bound, relaxed.bound);
      if (round % ROUNDS_BETWEEN_PLANS !== 0) return;
      const plan = planFromPrices(whole, price, relaxed.prices, random);
      improveByLeader(whole, price, plan, random);
      found(plan);
    },
    clock,
  );
  // Every plan costs whole steps, so the bound may be raised to the next one.
  best.bound = Math.ceil(priceBound);
  report();
  search({ instance: whole, price, prices, highs, clock }, best, found, random);

  const solution = solutionOf(instance, {
    assignment: assignmentOf(best.plan),
    bound: best.bound / whole.costScale,
    prices: Array.from(prices, (p) => p / whole.costScale),
    priceBound: Math.ceil(priceBound) / whole.costScale,
    byHand: planByHand(instance),
    seconds: clock.elapsed(),
  });
  certify(instance, solution);
  return solution;
}

/** Betters the plan, through `found`, until it is proved best, nothing more is found, or the clock stops it. */
function search(ground: Ground, best: Best, found: (plan: Plan) => void, random: Random): void {
  const { instance, price, prices, clock } = ground;
  const isOver = (): boolean => best.cost <= best.bound || clock.shouldStop();
  const all = Array.from({ length: instance.leaders }, (_, leader) => leader);
  const tryToProve = (effort = PROOF): void => {
    if (isOver()) return;
    const { plan, isBest } = replan(ground, best.plan, all, effort);
    found(plan);
    if (isBest) best.bound = best.cost;
  };

  tryToProve();
  if (!isOver()) found(ruinAndRecreate(instance, price, prices, best.plan, random, clock));
  tryToProve();
  // The whole at first, where it is small enough to be one neighbourhood; random parts of it ever after.
  let size = FIRST_LEADERS;
  let setsALeader = FIRST_SETS_A_LEADER;
  for (let failures = 0; !isOver() && failures < MOST_FAILURES;) {
    const isWhole = failures === 0 && instance.leaders <= size;
    const most = Math.min(size, PART_OF_WHOLE * instance.leaders);
    const leaders = isWhole ? all : neighbours(instance, prices, Math.ceil(most), random);
    const sets = Math.ceil(setsALeader * leaders.length);
    const { plan, saved, isBest } = replan(ground, best.plan, leaders, { sets, nodes: NODES, whenMore: 'narrow' });
    found(plan);
    failures = saved > 0 ? 0 : failures + 1;
    if (saved > 0) tryToProve();
    else if (isBest) size *= WIDEN;
    else setsALeader = Math.min(MOST_SETS_A_LEADER, setsALeader * WIDEN);
  }
  tryToProve(LAST_PROOF);
}
