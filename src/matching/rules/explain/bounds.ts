import type { Instance } from '../instance.ts';
import { makePricer, type PricedSet } from '../knapsack.ts';
import { toPrice } from '../lagrangian.ts';
import type { Solution } from '../solution.ts';
import { toWholeUnits, type WholeInstance } from '../whole-units.ts';
import { type Assignment, costOf } from './moves.ts';
import { type Range, rangeOf } from './range.ts';
import { bettered, filledUp, repairedFor } from './repaired.ts';

/** What the prices of a plan's proof tell of one school without solving anything anew. */
export interface CoverBounds {
  school: number;
  /** By leader: what the plan costs more, at least and at most, when this leader must help the school. */
  leaders: { leader: number; range: Range }[];
  /** The same when nobody may help it. */
  nobody: Range;
}

/**
 * What each other choice of leader for a school would cost the plan, at least and at most.
 *
 * At least: with the school given to one leader, that leader takes the best set that holds it and every other the best set
 * without it; sum of prices less what the leaders gain is then below the cost of every plan with the pair (the bound of
 * `lagrangian.ts`, with one pair fixed). Every set is an exact knapsack. Prices that prove the same may tell of different leaders, so the
 * proof's and the lowest are both asked. At most: a plan with the pair, made by `repairedFor`.
 */
export function coverBounds(
  instance: Instance,
  solution: Pick<Solution, 'assignment' | 'objective' | 'bound' | 'proof'>,
  school: number,
  { lowered = loweredPrices(instance, solution.proof.prices), tried = Infinity }: CoverOptions = {},
): CoverBounds {
  const { assignment, objective, bound, proof } = solution;
  const priced = higherOf(pricedAround(instance, proof.prices, school), pricedAround(instance, lowered.prices, school));
  const upTo = (plan: Assignment | null): number | null => (plan === null ? null : costOf(instance, plan));
  const range = (least: number, most: number | null): Range =>
    // A plan that is made to do something never costs less than one that is free to.
    rangeOf(Math.max(0, least - objective), most === null ? null : most - bound, objective);

  const leaders = priced.leaders
    .toSorted((a, b) => a.least - b.least)
    .map(({ leader, least }, k) => {
      const plan = k < tried ? repairedFor(instance, assignment, { school, leader }) : null;
      return { leader, range: range(least, upTo(plan)) };
    });
  const left = [...assignment];
  left[school] = null;
  const pairCost = instance.pairCost.map((cost, k) => (instance.pairSchool[k] === school ? Infinity : cost));
  const barred = { ...instance, pairCost };
  const most = costOf(instance, bettered(instance, filledUp(barred, left), school));
  return { school, leaders, nobody: range(priced.nobody, most) };
}

interface Around {
  leaders: { leader: number; least: number }[];
  nobody: number;
}

interface CoverOptions {
  /** The lowest prices, where they are known already. */
  lowered?: { prices: readonly number[] };
  /** A plan is made for so many leaders, those who may cost least first; of the others nothing is known from above. */
  tried?: number;
}

/** Both hold, so the higher of each does. */
function higherOf(one: Around, other: Around): Around {
  const second = new Map(other.leaders.map(({ leader, least }) => [leader, least]));
  return {
    leaders: one.leaders.map(({ leader, least }) => ({ leader, least: Math.max(least, second.get(leader)!) })),
    nobody: Math.max(one.nobody, other.nobody),
  };
}

/** Lower bounds on the cost of every plan in which a given leader, or nobody, helps the school. */
function pricedAround(instance: Instance, prices: readonly number[], school: number): Around {
  const own = pairsOf(instance, school);
  const dearest = own.reduce((most, pair) => Math.max(most, instance.pairCost[pair]!), instance.penalty[school]!);
  // No pair of the school is left out for its cost: each is to be told.
  const penalty = Float64Array.from(instance.penalty);
  penalty[school] = dearest;
  const whole = toWholeUnits({ ...instance, penalty });
  const price = makePricer(whole);
  const at = steps(whole, prices);
  const possible = new Set(pairsOf(whole, school).map((pair) => whole.pairLeader[pair]!));

  // Far above anything a leader can gain without the school, so that the best set holds it.
  const lure = dearest * whole.costScale + at.reduce((sum, value) => sum + value, 1);
  const luring = at.with(school, at[school]! + lure);
  const without = at.with(school, 0);
  const rest = at.reduce((sum, value) => sum + value, 0) - at[school]!;

  let gained = 0;
  const differences = new Map<number, number>();
  for (let leader = 0; leader < whole.leaders; leader++) {
    const alone = price(leader, without).profit;
    gained += alone;
    if (!possible.has(leader)) continue;
    const withIt: PricedSet = price(leader, luring);
    // The school's own price is counted on both sides and falls out.
    differences.set(leader, withIt.profit - lure - at[school]! - alone);
  }
  const unit = (value: number): number => inUnits(whole, value);
  return {
    leaders: [...differences].map(([leader, difference]) => ({ leader, least: unit(rest - gained - difference) })),
    nobody: unit(rest - gained + instance.penalty[school]! * whole.costScale),
  };
}

/**
 * The lowest prices that prove no less than the given ones, and what they prove. The best prices are not the only ones: where a school
 * has a leader whom nobody else wants, any price up to its penalty proves the same, and would promise much from one leader more. Each
 * price in turn is lowered by the most that a leader gains by the school: that leader then gains nothing by it, and the bound never falls.
 */
export function loweredPrices(instance: Instance, prices: readonly number[]): { prices: number[]; bound: number } {
  const whole = toWholeUnits(instance);
  const price = makePricer(whole);
  const at = steps(whole, prices);
  const dearestFirst = Array.from(at.keys()).toSorted((a, b) => at[b]! - at[a]! || a - b);
  for (const school of dearestFirst) {
    const without = at.with(school, 0);
    let most = 0;
    for (const pair of pairsOf(whole, school)) {
      const leader = whole.pairLeader[pair]!;
      most = Math.max(most, price(leader, at).profit - price(leader, without).profit);
    }
    at[school] = Math.max(0, at[school]! - most);
  }
  let bound = at.reduce((sum, value) => sum + value, 0);
  for (let leader = 0; leader < whole.leaders; leader++) bound -= price(leader, at).profit;
  return { prices: Array.from(at, (value) => value / whole.costScale), bound: inUnits(whole, bound) };
}

/**
 * Most that each of some leaders could gain at the prices: for a leader who is not in the plan yet, no plan with them costs
 * less than the bound of the prices less this.
 */
export function gainsOf(instance: Instance, prices: readonly number[], leaders: readonly number[]): number[] {
  const whole = toWholeUnits(instance);
  const price = makePricer(whole);
  const at = steps(whole, prices);
  return leaders.map((leader) => price(leader, at).profit / whole.costScale);
}

/** Prices in cost steps, on the grid on which sums are exact, and none above what leaving the school costs. */
function steps(whole: WholeInstance, prices: readonly number[]): Float64Array {
  return Float64Array.from(prices, (price, school) => toPrice(price * whole.costScale, whole.penalty[school]!));
}

/** A bound in cost steps with what is fixed, in the instance's unit; raised to the next step where every plan costs whole ones. */
function inUnits({ fixedCost, isWhole, costScale }: WholeInstance, bound: number): number {
  return ((isWhole ? Math.ceil(bound) : bound) + fixedCost) / costScale;
}

function pairsOf(
  { schoolStart, schoolPairs }: Pick<Instance, 'schoolStart' | 'schoolPairs'>,
  school: number,
): number[] {
  return Array.from(schoolPairs.subarray(schoolStart[school], schoolStart[school + 1]));
}
