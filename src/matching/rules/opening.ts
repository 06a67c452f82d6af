import type { Highs } from 'highs';
import type { Best } from './best.ts';
import type { Clock } from './clock.ts';
import { dive } from './dive.ts';
import { findCuts } from './find-cuts.ts';
import { makePricer } from './knapsack.ts';
import { raisePrices, toPrice } from './lagrangian.ts';
import type { Master, Relaxation } from './master.ts';
import { setsOfPlan } from './plan.ts';
import { boundOf } from './price-bound.ts';
import type { Random } from './random.ts';
import { improveByLeader, planFromPrices } from './repair.ts';
import type { SetSearch } from './sets.ts';
import type { WholeInstance } from './whole-units.ts';

/** Prices are looked at for a plan once in so many rounds: each look costs about as much as the rounds between. */
const ROUNDS_BETWEEN_PLANS = 40;
/** Sets of each leader that the relaxation begins with. */
const FIRST_SETS = 8;
/** Turns of looking for cuts; a turn that closes less of the gap than this is the last. */
const MOST_CUT_TURNS = 12;
/** Turns where leaders are more than this, since each takes long there. */
const MANY_LEADERS = 1000;
const CUT_TURNS_OF_MANY = 2;
const LEAST_CLOSED = 0.01;
/** Most cuts of a turn, for each leader and school. */
const CUTS_A_ROW = 0.25;

/** What the steps of the search share. */
export interface Search {
  whole: WholeInstance;
  highs: Highs;
  clock: Clock;
  best: Best;
  master: Master;
  sets: SetSearch;
  random: Random;
  /** Prices to begin from, in the instance's unit. */
  prices: readonly number[] | undefined;
}

/** The relaxation before cuts and after. */
export interface Opened {
  readonly first: Relaxation;
  readonly tight: Relaxation;
}

/**
 * The steps before plans are parted: prices, the relaxed set model, cuts, and a plan dived from it. Bound and plan go to
 * `best`. Null when that settled it, or the clock stopped it.
 */
export function opening(search: Search): Opened | null {
  const { whole, clock, best, master, sets } = search;
  const prices = firstPrices(search);
  const none = new Float64Array(0);
  best.root = boundOf(whole, sets, master, { schools: prices, rows: new Float64Array(whole.rows.length), cuts: none });
  best.proved(best.root.bound);
  if (best.isProved || clock.shouldStop()) return null;

  const values = { schools: prices, surcharge: null, cuts: null };
  for (let leader = 0; leader < whole.leaders; leader++) {
    master.add(sets.best(leader, values, 0, FIRST_SETS).map(({ pairs }) => ({ leader, pairs })));
  }
  master.add(setsOfPlan(whole, best.plan).flatMap((pairs, leader) => (pairs.length === 0 ? [] : [{ leader, pairs }])));
  const first = master.complete(everything);
  if (first === null) return null;
  prove(search, first);
  if (clock.shouldStop()) return null;
  const tight = tighten(search, first);
  if (tight === null || best.isProved || clock.shouldStop()) return null;
  const dived = dive(whole, master, tight, best.cost, clock);
  if (dived !== null) best.found(dived);
  return best.isProved ? null : { first, tight };
}

const everything = (): boolean => true;

/** Keeps what a relaxation over all sets proves, where that is more than was proved before. */
function prove({ whole, best, master, sets }: Search, { prices }: Relaxation): void {
  const proved = boundOf(whole, sets, master, prices);
  if (proved.bound > best.root!.bound) best.root = proved;
  best.proved(best.root!.bound);
}

/** Prices by the Lagrangian bound, with plans made from them on the way. */
function firstPrices({ whole, clock, best, random, prices }: Search): Float64Array {
  const price = makePricer(whole);
  const look = (now: Float64Array, round: number): void => {
    if (round % ROUNDS_BETWEEN_PLANS !== 0) return;
    const plan = planFromPrices(whole, price, now, random);
    improveByLeader(whole, price, plan, random);
    best.found(plan);
  };
  if (prices !== undefined) {
    // Near enough to begin the relaxation from; what no longer fits of the plan to begin from is taken over here.
    const plan = best.plan.slice();
    improveByLeader(whole, price, plan, random);
    best.found(plan);
    return whole.penalty.map((penalty, j) => toPrice(prices[j]! * whole.costScale, penalty));
  }
  const raised = raisePrices(
    whole,
    price,
    () => best.cost,
    (relaxed, round) => look(relaxed.prices, round),
    clock,
  );
  return raised.prices;
}

/** Adds cuts to the relaxation while they close enough of the gap. Null when the clock stopped it. */
function tighten(search: Search, first: Relaxation): Relaxation | null {
  const { whole, clock, best, master, random } = search;
  const rows = whole.leaders + whole.schools;
  let now: Relaxation = first;
  const turns = whole.leaders > MANY_LEADERS ? CUT_TURNS_OF_MANY : MOST_CUT_TURNS;
  for (let turn = 0; turn < turns && !best.isProved && !clock.shouldStop(); turn++) {
    const parts = Array.from(now.used, (share, column) => ({ share, column }))
      .filter(({ share }) => share > 1e-6 && share < 1 - 1e-6)
      .map(({ share, column }) => ({ share, rows: master.rowsOf(column) }));
    const cuts = findCuts(parts, rows, Math.ceil(CUTS_A_ROW * rows), random, clock);
    if (cuts.length === 0 || clock.shouldStop()) break;
    master.addCuts(cuts);
    const next = master.complete(everything);
    if (next === null) return null;
    const closed = (next.value - now.value) / (best.cost - now.value);
    now = next;
    prove(search, now);
    if (closed < LEAST_CLOSED) break;
  }
  return now;
}
