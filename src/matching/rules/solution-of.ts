import { type Choice, type Part, ROUNDING } from './branch.ts';
import { checkAssignment } from './check/assignment.ts';
import { type Instance, NOT_FIXED } from './instance.ts';
import type { OddCut } from './odd-cuts.ts';
import { type Plan, UNCOVERED } from './plan.ts';
import type { Proved } from './price-bound.ts';
import { OPTIMAL_TOLERANCE, type ProofChoice, type ProofPart, type Solution } from './solution.ts';
import type { WholeInstance } from './whole-units.ts';

/** What the search hands over, in cost steps and without what is fixed. */
interface Found {
  plan: Plan;
  /** What proves the bound before plans are parted. */
  root: Proved;
  cuts: readonly OddCut[];
  parts: readonly Part[];
  byHand: (number | null)[];
  seconds: number;
}

/** The leader of each school in a plan, whom it was fixed to included; null for nobody. */
export function assignmentOf(instance: Instance, whole: WholeInstance, plan: Plan): (number | null)[] {
  return Array.from(plan, (pair, school) => {
    if (pair !== UNCOVERED) return whole.pairLeader[pair]!;
    return instance.fixed[school] === NOT_FIXED ? null : instance.fixed[school]!;
  });
}

/** The answer in full: what the assignment costs by the instance alone, what proves the bound, and whether they meet. */
export function solutionOf(instance: Instance, whole: WholeInstance, found: Found): Solution {
  const { plan, root, byHand, seconds } = found;
  const assignment = assignmentOf(instance, whole, plan);
  const { objective: sum, uncovered } = checkAssignment(instance, assignment);
  const objective = plain(sum);
  const hand = checkAssignment(instance, byHand);
  const tolerance = OPTIMAL_TOLERANCE * Math.max(1, Math.abs(objective));
  const parts = found.parts.length > 1 ? found.parts : [];
  const partsBound = parts.reduce((least, part) => Math.min(least, part.bound), Infinity);
  const priceBound = boundOfSteps(whole, root.bound);
  const proved = parts.length === 0 ? priceBound : Math.max(priceBound, boundOfSteps(whole, partsBound));
  const provedOptimal = objective - proved <= tolerance;
  const bound = provedOptimal ? objective : plain(proved);
  return {
    assignment,
    objective,
    bound,
    gap: objective === 0 ? 0 : (objective - bound) / objective,
    provedOptimal,
    uncovered,
    seconds,
    byHand: { objective: plain(hand.objective), covered: instance.schools - hand.uncovered },
    proof: {
      kind: parts.length === 0 ? 'prices' : 'parts',
      prices: inUnits(whole, root.prices.schools),
      cuts: found.cuts.map((cut, t) => ({
        leaders: cut.rows.filter((row) => row < whole.leaders),
        schools: cut.rows.filter((row) => row >= whole.leaders).map((row) => row - whole.leaders),
        price: (root.prices.cuts[t] ?? 0) / whole.costScale,
      })),
      rowPrices: inUnits(whole, root.prices.rows),
      priceBound: plain(priceBound),
      parts: parts.map((part) => proofPart(whole, part, found.cuts.length)),
    },
  };
}

/** A bound in the instance's unit: raised to the next step where every plan costs whole steps, and never below nothing. */
function boundOfSteps({ isWhole, fixedCost, costScale }: WholeInstance, bound: number): number {
  return Math.max(0, ((isWhole ? Math.ceil(bound - ROUNDING) : bound) + fixedCost) / costScale);
}

function inUnits({ costScale }: WholeInstance, steps: ArrayLike<number>): number[] {
  return Array.from(steps, (value) => value / costScale);
}

function proofPart(whole: WholeInstance, { choices, bound, prices }: Part, cuts: number): ProofPart {
  return {
    choices: choices.map((choice) => proofChoice(whole, choice)),
    bound: plain(boundOfSteps(whole, bound)),
    prices: inUnits(whole, prices.schools),
    cutPrices: Array.from({ length: cuts }, (_, t) => (prices.cuts[t] ?? 0) / whole.costScale),
    rowPrices: inUnits(whole, prices.rows),
  };
}

function proofChoice(whole: WholeInstance, choice: Choice): ProofChoice {
  return 'pair' in choice
    ? { school: whole.pairSchool[choice.pair]!, leader: whole.pairLeader[choice.pair]!, isIn: choice.isIn }
    : { school: choice.school, leader: null, isIn: choice.isIn };
}

/** A sum of decimals without the last digits that adding them in binary leaves: 1780, not 1780.0000000000002. */
function plain(sum: number): number {
  return Number(sum.toPrecision(12));
}
