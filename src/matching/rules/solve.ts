import type { Highs } from 'highs';
import { checkAssignment } from './certify.ts';
import type { Clock } from './clock.ts';
import { planByHand } from './greedy.ts';
import type { Instance } from './instance.ts';
import { makePricer } from './knapsack.ts';
import { raisePrices } from './lagrangian.ts';
import { replan } from './neighbourhood.ts';
import { neighbours } from './neighbours.ts';
import { type Plan, planCost, UNCOVERED } from './plan.ts';
import { makeRandom } from './random.ts';
import { improveByLeader, planFromPrices } from './repair.ts';
import { OPTIMAL_TOLERANCE, type Solution } from './solution.ts';
import { toWholeUnits } from './whole-units.ts';

export interface SolveOptions {
  seed: number;
  clock: Clock;
  highs: Highs;
  /** Told whenever the plan or the bound gets better. */
  onProgress?: (best: Pick<Solution, 'objective' | 'bound' | 'gap' | 'seconds'>) => void;
}

/** Prices are looked at for a plan once in so many rounds: each look costs about as much as the rounds between. */
const ROUNDS_BETWEEN_PLANS = 40;
/** Sets listed to prove a whole plan best; more do not fit a branch and bound of reasonable size. */
const MOST_SETS_WHOLE = 60_000;
const NODES_WHOLE = 100_000;
/** Sets and nodes of one neighbourhood. */
const MOST_SETS = 600;
const NODES = 100;
const FIRST_SIZE = 15;
/** Neighbourhoods in a row without a better plan after which the search ends: it has seen what it can. */
const MOST_FAILURES = 400;

/**
 * The best plan for an instance, with a proven bound. Prices come first (a Lagrangian bound, and plans made from its
 * prices); then one attempt to prove the whole plan best by listing every set that the bound leaves possible; where those
 * are too many, parts of the plan are planned anew until the clock stops it. Ends early when the plan is proved best.
 */
export function solve(instance: Instance, { seed, clock, highs, onProgress }: SolveOptions): Solution {
  const whole = toWholeUnits(instance);
  const price = makePricer(whole);
  const random = makeRandom(seed);
  let plan: Plan = new Int32Array(whole.schools).fill(UNCOVERED);
  let cost = planCost(whole, plan);
  let bound = 0;
  const found = (next: Plan) => {
    const nextCost = planCost(whole, next);
    if (nextCost >= cost) return;
    plan = next;
    cost = nextCost;
    report();
  };
  const report = () => {
    const [objective, proved] = [cost / whole.costScale, bound / whole.costScale];
    onProgress?.({ objective, bound: proved, gap: gapOf(objective, proved), seconds: clock.elapsed() });
  };
  const { prices, bound: priced } = raisePrices(
    whole,
    price,
    whole.penalty.slice(),
    () => cost,
    (relaxed, round) => {
      bound = Math.max(bound, relaxed.bound);
      if (round % ROUNDS_BETWEEN_PLANS !== 0) return;
      const next = planFromPrices(whole, price, relaxed.prices, random);
      improveByLeader(whole, price, next, random);
      found(next);
    },
    clock,
  );
  // Every plan costs whole steps, so the bound may be raised to the next one.
  bound = Math.ceil(Math.max(bound, priced));
  report();

  const isBest = () => cost <= bound;
  const leaders = Array.from({ length: whole.leaders }, (_, leader) => leader);
  const search = (among: readonly number[], most: number, nodes: number) => {
    const outcome = replan(highs, whole, price, prices, plan, among, most, nodes, clock);
    if (outcome.saved > 0) found(outcome.plan);
    return outcome;
  };
  const proveWhole = () => {
    if (search(leaders, MOST_SETS_WHOLE, NODES_WHOLE).isBest) bound = cost;
  };
  if (!isBest() && !clock.shouldStop()) proveWhole();
  let size = FIRST_SIZE;
  for (let failures = 0; !isBest() && !clock.shouldStop() && failures < MOST_FAILURES;) {
    const outcome = search(neighbours(whole, prices, Math.round(size), random), MOST_SETS, NODES);
    failures = outcome.saved > 0 ? 0 : failures + 1;
    size = outcome.isBest ? Math.min(whole.leaders, size * 1.03) : Math.max(5, size * 0.97);
  }
  if (!isBest() && !clock.shouldStop()) proveWhole();
  return solutionOf(instance, assignmentOf(whole, plan), bound / whole.costScale, clock.elapsed());
}

function assignmentOf(whole: { pairLeader: Int32Array }, plan: Plan): (number | null)[] {
  return Array.from(plan, (pair) => (pair === UNCOVERED ? null : whole.pairLeader[pair]!));
}

function solutionOf(instance: Instance, assignment: (number | null)[], proved: number, seconds: number): Solution {
  const { objective, uncovered } = checkAssignment(instance, assignment);
  const hand = checkAssignment(instance, planByHand(instance));
  const provedOptimal = objective - proved <= OPTIMAL_TOLERANCE * Math.max(1, Math.abs(objective));
  const bound = provedOptimal ? objective : proved;
  return {
    assignment,
    objective,
    bound,
    gap: gapOf(objective, bound),
    provedOptimal,
    uncovered,
    seconds,
    byHand: { objective: hand.objective, covered: instance.schools - hand.uncovered },
  };
}

function gapOf(objective: number, bound: number): number {
  return objective === 0 ? 0 : (objective - bound) / objective;
}
