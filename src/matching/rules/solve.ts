import type { Highs } from 'highs';
import { type Branching, boundOfParts, branch, isSettled, type Parts } from './branch.ts';
import { certify } from './certify.ts';
import type { Clock } from './clock.ts';
import { dive } from './dive.ts';
import { findCuts } from './find-cuts.ts';
import { planByHand } from './greedy.ts';
import type { Instance } from './instance.ts';
import { makePricer } from './knapsack.ts';
import { raisePrices, toPrice } from './lagrangian.ts';
import { Master, type Relaxation, surcharges } from './master.ts';
import { type Effort, type Ground, replan } from './neighbourhood.ts';
import { neighbours } from './neighbours.ts';
import { mendRows, type Plan, planCost, planOfLeaders, setsOfPlan, UNCOVERED } from './plan.ts';
import { boundOf, type Proved } from './price-bound.ts';
import { makeRandom, type Random } from './random.ts';
import { improveByLeader, planFromPrices } from './repair.ts';
import { makeSetSearch } from './sets.ts';
import type { Solution } from './solution.ts';
import { assignmentOf, solutionOf } from './solution-of.ts';
import { toWholeUnits, type WholeInstance } from './whole-units.ts';

/** The plan and bound so far. */
export interface Progress {
  /** The leader of each school in the best plan so far, or null: whoever is cut off keeps it. */
  assignment: (number | null)[];
  objective: number;
  bound: number;
  /** (objective - bound) / objective. */
  gap: number;
  covered: number;
  seconds: number;
}

export interface SolveOptions {
  seed: number;
  clock: Clock;
  highs: Highs;
  /** Told whenever the plan or the bound gets better. */
  onProgress?: (best: Progress) => void;
  /** A plan to begin from: the leader of each school, or null. What of it does not fit is left out. */
  start?: readonly (number | null)[];
  /** Prices of an earlier proof for the same schools, to begin from. */
  prices?: readonly number[];
}

/** Prices are looked at for a plan once in so many rounds: each look costs about as much as the rounds between. */
const ROUNDS_BETWEEN_PLANS = 40;
/** Sets of each leader that the relaxation begins with. */
const FIRST_SETS = 8;
/** Turns of looking for cuts; a turn that closes less of the gap than this is the last. */
const MOST_CUT_TURNS = 12;
const LEAST_CLOSED = 0.01;
/** Most cuts of a turn, for each leader and school. */
const CUTS_A_ROW = 0.25;
/** Leaders planned anew together at first, the sets chosen among for each, and nodes of branch and bound. */
const FIRST_LEADERS = 20;
const SETS_A_LEADER = 20;
const NODES = 20;
/** Leaders planned anew in a row without a better plan, as a share of all, before the plans are parted. */
const PATIENCE = 2;
/** When they have been: more leaders and sets at a time from then on. */
const WIDEN = 1.15;
const MOST_LEADERS = 40;
const MOST_SETS_A_LEADER = 25;
/** Times that plans are parted before leaders are planned anew again. */
const PARTINGS = 10;
/** Parts x schools that a proof may hold: what an answer carries and a reader can check. */
const MOST_PRICES = 3_000_000;
/** Rounds of planning anew and parting that found and proved nothing, after which the search ends. */
const MOST_IDLE = 40;

/**
 * The best plan for an instance, with a proven bound; docs/matching.md tells the method. Prices come first (a Lagrangian
 * bound, and plans made from its prices), then the relaxed set model with cuts, a plan dived from it, and then by turns
 * parts of the plan are planned anew and all plans are parted by choices, until the plan is proved best or the clock ends it.
 */
export function solve(instance: Instance, { seed, clock, highs, onProgress, start, prices }: SolveOptions): Solution {
  const whole = toWholeUnits(instance);
  const best = new Best(instance, whole, clock, onProgress);
  if (start !== undefined) best.found(planOfLeaders(whole, start));
  const master = new Master(highs, whole, makeSetSearch(whole));
  let parts: Parts;
  try {
    parts = search({ whole, highs, clock, best, master, random: makeRandom(seed), prices });
  } finally {
    master.dispose();
  }
  const solution = solutionOf(instance, whole, {
    plan: best.plan,
    root: best.root!,
    cuts: master.cuts,
    parts: [...parts.open, ...parts.closed],
    byHand: planByHand(instance),
    seconds: clock.elapsed(),
  });
  certify(instance, solution);
  return solution;
}

/** The best plan and bound so far, in cost steps, fixed pairs apart. */
class Best {
  plan: Plan;
  cost: number;
  bound = -Infinity;
  /** What proves the bound before plans are parted. */
  root: Proved | null = null;
  readonly #whole: WholeInstance;
  readonly #clock: Clock;
  readonly #onProgress: SolveOptions['onProgress'];
  readonly #instance: Instance;

  constructor(instance: Instance, whole: WholeInstance, clock: Clock, onProgress: SolveOptions['onProgress']) {
    this.#instance = instance;
    this.#whole = whole;
    this.#clock = clock;
    this.#onProgress = onProgress;
    this.plan = new Int32Array(whole.schools).fill(UNCOVERED);
    this.cost = planCost(whole, this.plan);
  }

  /** Takes a plan if it is better, made to keep to the rows first. */
  found(plan: Plan): void {
    mendRows(this.#whole, plan);
    const cost = planCost(this.#whole, plan);
    if (cost >= this.cost) return;
    this.plan = plan;
    this.cost = cost;
    this.#tell();
  }

  proved(bound: number): void {
    if (bound <= this.bound) return;
    this.bound = bound;
    this.#tell();
  }

  get isProved(): boolean {
    return isSettled(this.#whole, this.bound, this.cost);
  }

  #tell(): void {
    const { fixedCost, costScale, schools } = this.#whole;
    const objective = (this.cost + fixedCost) / costScale;
    const bound = Math.max(0, Math.min(objective, (this.bound + fixedCost) / costScale));
    this.#onProgress?.({
      objective,
      bound,
      assignment: assignmentOf(this.#instance, this.#whole, this.plan),
      gap: objective === 0 ? 0 : (objective - bound) / objective,
      covered: schools - this.plan.filter((pair) => pair === UNCOVERED).length,
      seconds: this.#clock.elapsed(),
    });
  }
}

/** What the steps of the search share. */
interface Search {
  whole: WholeInstance;
  highs: Highs;
  clock: Clock;
  best: Best;
  master: Master;
  random: Random;
  prices: readonly number[] | undefined;
}

/** Betters plan and bound, through `best`, until the plan is proved, nothing more is found, or the clock stops it. */
function search(shared: Search): Parts {
  const { whole, clock, best, master } = shared;
  const sets = makeSetSearch(whole);
  const prices = firstPrices(shared);
  const none = new Float64Array(0);
  const lowest = { schools: prices, rows: new Float64Array(whole.rows.length), cuts: none };
  best.root = boundOf(whole, sets, master, lowest);
  best.proved(best.root.bound);
  const whenPricesAlone = (): Parts => ({ open: [{ choices: [], ...best.root! }], closed: [] });
  if (best.isProved || clock.shouldStop()) return whenPricesAlone();

  const values = { schools: prices, surcharge: null, cuts: null };
  for (let leader = 0; leader < whole.leaders; leader++) {
    master.add(sets.best(leader, values, 0, FIRST_SETS).map(({ pairs }) => ({ leader, pairs })));
  }
  master.add(setsOfPlan(whole, best.plan).flatMap((pairs, leader) => (pairs.length === 0 ? [] : [{ leader, pairs }])));
  const relaxation = master.complete(everything, clock.shouldStop);
  if (relaxation === null || clock.shouldStop()) return whenPricesAlone();
  const ground: Ground = { instance: whole, search: sets, prices: relaxation.prices, highs: shared.highs, clock };
  const prove = (now: Relaxation): void => {
    const proved = boundOf(whole, sets, master, now.prices);
    if (proved.bound > best.root!.bound) best.root = proved;
    best.proved(best.root!.bound);
  };
  prove(relaxation);
  const tight = tighten(shared, relaxation, prove);
  if (tight === null || best.isProved || clock.shouldStop()) return whenPricesAlone();
  const dived = dive(whole, master, tight, best.cost, clock);
  if (dived !== null) best.found(dived);

  const parts: Parts = { open: [{ choices: [], ...best.root }], closed: [] };
  const branching: Branching = {
    instance: whole,
    master,
    search: sets,
    clock,
    cost: () => best.cost,
    found: (plan) => best.found(plan),
  };
  polishAndPart(shared, ground, branching, parts);
  return parts;
}

const everything = (): boolean => true;

/** Prices by the Lagrangian bound, with plans made from them on the way. */
function firstPrices({ whole, clock, best, random, prices }: Search): Float64Array {
  const price = makePricer(whole);
  const look = (now: Float64Array, round: number): void => {
    if (round % ROUNDS_BETWEEN_PLANS !== 0) return;
    const plan = planFromPrices(whole, price, now, random);
    improveByLeader(whole, price, plan, random);
    best.found(plan);
  };
  const start =
    prices === undefined
      ? undefined
      : whole.penalty.map((penalty, j) => toPrice(prices[j]! * whole.costScale, penalty));
  const raised = raisePrices(
    whole,
    price,
    () => best.cost,
    (relaxed, round) => look(relaxed.prices, round),
    clock,
    start,
  );
  return raised.prices;
}

/** Adds cuts to the relaxation while they close enough of the gap. Null when the clock stopped it. */
function tighten({ whole, clock, best, master, random }: Search, first: Relaxation, prove: (now: Relaxation) => void) {
  const rows = whole.leaders + whole.schools;
  let now: Relaxation = first;
  for (let turn = 0; turn < MOST_CUT_TURNS && !best.isProved && !clock.shouldStop(); turn++) {
    const parts = Array.from(now.used, (share, column) => ({ share, column }))
      .filter(({ share }) => share > 1e-6 && share < 1 - 1e-6)
      .map(({ share, column }) => ({ share, rows: master.rowsOf(column) }));
    const cuts = findCuts(parts, rows, Math.ceil(CUTS_A_ROW * rows), random);
    if (cuts.length === 0) break;
    master.addCuts(cuts);
    const next = master.complete(everything, clock.shouldStop);
    if (next === null) return null;
    const closed = (next.value - now.value) / (best.cost - now.value);
    now = next;
    prove(now);
    if (closed < LEAST_CLOSED) break;
  }
  return now;
}

/** Plans leaders anew, and parts all plans by choices, by turns. */
function polishAndPart(
  { whole, clock, best, random }: Search,
  ground: Ground,
  branching: Branching,
  parts: Parts,
): void {
  const surcharge = surcharges(whole, ground.prices.rows);
  const isOver = (): boolean => best.isProved || clock.shouldStop();
  const mostParts = MOST_PRICES / Math.max(1, whole.schools);
  let size = FIRST_LEADERS;
  let setsALeader = SETS_A_LEADER;
  let isBest = false;
  for (let idle = 0; idle < MOST_IDLE && !isOver(); idle++) {
    const before = best.cost;
    const patience = Math.ceil((PATIENCE * whole.leaders) / size);
    for (let failures = 0; failures < patience && !isBest && !isOver();) {
      const leaders = neighbours(whole, ground.prices.schools, size, random);
      const effort: Effort = { sets: Math.ceil(setsALeader * leaders.length), nodes: NODES, whenMore: 'narrow' };
      const replanned = replan(ground, best.plan, leaders, effort, surcharge);
      if (replanned.saved > 0) best.found(replanned.plan);
      failures = replanned.saved > 0 ? 0 : failures + 1;
      // Nothing is left to find, only to prove by prices, which others can check.
      isBest = replanned.isBest && leaders.length === whole.leaders;
    }
    if (best.cost < before) idle = 0;
    size = Math.min(MOST_LEADERS, size * WIDEN);
    setsALeader = Math.min(MOST_SETS_A_LEADER, setsALeader * WIDEN);
    if (isOver() || parts.open.length + parts.closed.length >= mostParts) continue;
    branch(branching, parts, PARTINGS);
    const bound = Math.min(best.cost, boundOfParts(parts));
    if (bound > best.bound) idle = 0;
    best.proved(bound);
  }
}
