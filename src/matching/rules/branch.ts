import type { Clock } from './clock.ts';
import type { Master, MasterPrices, Relaxation, Restriction } from './master.ts';
import { type Plan, UNCOVERED } from './plan.ts';
import { boundOf } from './price-bound.ts';
import type { SetSearch } from './sets.ts';
import type { WholeInstance } from './whole-units.ts';

/** One side of a choice that parts all plans in two: a pair is in the plan or not, a school is covered or not. */
export type Choice =
  | { readonly pair: number; readonly isIn: boolean }
  | { readonly school: number; readonly isIn: boolean };

/** A part of all plans, with what proves that no plan of it costs less than `bound`. */
export interface Part {
  readonly choices: readonly Choice[];
  /** Cost steps. */
  readonly bound: number;
  readonly prices: Omit<MasterPrices, 'leaders'>;
}

/** What the search by branches works with. */
export interface Branching {
  readonly instance: WholeInstance;
  readonly master: Master;
  readonly search: SetSearch;
  readonly clock: Clock;
  /** Cost steps of the best plan known. */
  readonly cost: () => number;
  /** Told of each plan met that might be better. */
  readonly found: (plan: Plan) => void;
}

/** Choices looked at closely before one is taken. */
const TRIALS = 10;

/**
 * Leaving a school uncovered that a part asks to be covered costs so many times the plan: even a hundredth of it then shows
 * that the part holds nothing better.
 */
const DEARER = 100;

/** All plans in parts: those that may hold a better plan, and those shown to hold none. */
export interface Parts {
  readonly open: Part[];
  readonly closed: Part[];
}

/** Costs that differ by less than this share count as one, where they are no whole steps. */
const SAME_COST = 1e-7;

/** Sums with the prices of rows are right to this part of a step. */
export const ROUNDING = 1e-6;

/** True when a part shown to cost at least `bound` holds no plan better than one of `cost`. */
export function isSettled(instance: WholeInstance, bound: number, cost: number): boolean {
  return bound > cost - (instance.isWhole ? 1 - ROUNDING : SAME_COST * Math.max(1, cost));
}

/** The least that any plan costs, as the parts show. */
export function boundOfParts({ open, closed }: Parts): number {
  return [...open, ...closed].reduce((least, { bound }) => Math.min(least, bound), Infinity);
}

/**
 * Parts all plans in two again and again, the part of the lowest bound first, so many times or until each part is shown to
 * hold nothing better than the best plan (branch and price: Barnhart, Johnson, Nemhauser, Savelsbergh and Vance,
 * Operations Research 46, 1998). The choice is the one that raises the bounds of both sides most (strong branching).
 *
 * @param parts changed in place
 */
export function branch(branching: Branching, parts: Parts, times: number): void {
  const { instance, master, clock, cost } = branching;
  const { open, closed } = parts;
  for (let time = 0; time < times && open.length > 0 && !clock.shouldStop();) {
    open.sort((a, b) => b.bound - a.bound);
    const part = open.pop()!;
    if (isSettled(instance, part.bound, cost())) {
      closed.push(part);
      continue;
    }
    time++;
    const relaxation = relax(branching, part.choices);
    if (relaxation === null) {
      open.push(part);
      break;
    }
    const choice = bestChoice(branching, part, relaxation);
    if (choice === null) {
      // Nothing is left open: the relaxation is itself a plan, and the part's best.
      branching.found(planOf(instance, master, relaxation));
      closed.push(proveAnew(branching, part, relaxation));
      continue;
    }
    const sides = [true, false].map((isIn) => evaluate(branching, part, { ...choice, isIn }));
    if (clock.shouldStop()) {
      open.push(part);
      break;
    }
    open.push(...sides);
  }
  master.restrict(null, 0);
}

/** A side of a part, with its own bound, or the part's where that is higher. */
function evaluate(branching: Branching, part: Part, choice: Choice): Part {
  const choices = [...part.choices, choice];
  const relaxation = relax(branching, choices);
  return relaxation === null ? { ...part, choices } : proveAnew(branching, { ...part, choices }, relaxation);
}

/** The part with the bound of its relaxation, where that is higher. The master still keeps to the part. */
function proveAnew({ instance, search, master }: Branching, part: Part, { prices }: Relaxation): Part {
  const proved = boundOf(instance, search, master, prices);
  return proved.bound > part.bound ? { choices: part.choices, ...proved } : part;
}

function relax({ instance, master, clock, cost }: Branching, choices: readonly Choice[]): Relaxation | null {
  master.restrict(restrictionOf(instance, choices), DEARER * cost());
  const relaxation = master.complete(() => true);
  return clock.shouldStop() ? null : relaxation;
}

/** What the choices shut out and ask for. */
export function restrictionOf(instance: WholeInstance, choices: readonly Choice[]): Restriction {
  const { schoolStart, schoolPairs, pairSchool } = instance;
  const forbidden = new Uint8Array(instance.pairCost.length);
  const required = new Uint8Array(instance.schools);
  const forbidOthers = (school: number, kept: number): void => {
    for (let k = schoolStart[school]!; k < schoolStart[school + 1]!; k++) {
      if (schoolPairs[k] !== kept) forbidden[schoolPairs[k]!] = 1;
    }
  };
  for (const choice of choices) {
    if ('pair' in choice) {
      if (choice.isIn) {
        required[pairSchool[choice.pair]!] = 1;
        forbidOthers(pairSchool[choice.pair]!, choice.pair);
      } else forbidden[choice.pair] = 1;
    } else if (choice.isIn) required[choice.school] = 1;
    else forbidOthers(choice.school, -1);
  }
  return { forbidden, required };
}

/** The choice that the relaxation leaves most open and that raises both sides most; null when it leaves none. */
function bestChoice(branching: Branching, part: Part, relaxation: Relaxation): Choice | null {
  const { instance, master, cost } = branching;
  const pairs = new Map<number, number>();
  const schools = new Map<number, number>();
  relaxation.used.forEach((share, column) => {
    if (share < 1e-6) return;
    for (const pair of master.columns[column]!.pairs) {
      pairs.set(pair, (pairs.get(pair) ?? 0) + share);
      const school = instance.pairSchool[pair]!;
      schools.set(school, (schools.get(school) ?? 0) + share);
    }
  });
  const isTaken = new Set(part.choices.map((choice) => ('pair' in choice ? `p${choice.pair}` : `s${choice.school}`)));
  const candidates = [
    ...[...schools]
      .filter(([school]) => !isTaken.has(`s${school}`))
      .map(([school, share]) => ({ choice: { school, isIn: true }, share })),
    ...[...pairs]
      .filter(([pair]) => !isTaken.has(`p${pair}`))
      .map(([pair, share]) => ({ choice: { pair, isIn: true }, share })),
  ].filter(({ share }) => balanceOf(share) > 1e-6);
  const tried = candidates.toSorted((a, b) => balanceOf(b.share) - balanceOf(a.share)).slice(0, TRIALS);
  let best: { choice: Choice; score: number } | null = null;
  for (const { choice } of tried) {
    const gains = [true, false].map((isIn) => {
      master.restrict(restrictionOf(instance, [...part.choices, { ...choice, isIn }]), DEARER * cost());
      return Math.max(0, (master.solve()?.value ?? relaxation.value) - relaxation.value);
    });
    const score = Math.max(gains[0]!, 0.1) * Math.max(gains[1]!, 0.1);
    if (best === null || score > best.score) best = { choice, score };
  }
  return best?.choice ?? null;
}

function balanceOf(share: number): number {
  return Math.min(share, 1 - share);
}

function planOf(instance: WholeInstance, master: Master, relaxation: Relaxation): Plan {
  const plan = new Int32Array(instance.schools).fill(UNCOVERED);
  relaxation.used.forEach((share, column) => {
    if (share > 0.5) for (const pair of master.columns[column]!.pairs) plan[instance.pairSchool[pair]!] = pair;
  });
  return plan;
}
