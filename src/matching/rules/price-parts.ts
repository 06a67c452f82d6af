import type { NeedAsks } from './need-asks.ts';
import type { PlanPolicy } from './plan-policy.ts';
import type { Leader, Need } from './sides.ts';
import type { Comparison } from './strength.ts';
import { fieldsGiven } from './support-policy.ts';
import { PART_CODES, type PartCode, WEIGHT_WORDS, type Weights } from './weights.ts';

/** One part of what a pair costs. */
export interface PricePart {
  code: PartCode;
  label: string;
  /** In `unit`; null where nothing of it is known. */
  quantity: number | null;
  /** What it was weighed at: `quantity`, or what the policy takes for what is not known. */
  taken: number;
  unit: string;
  /** Minutes of one-way travel that a unit weighs as much as. */
  weight: number;
  /** `weight` x `taken`, to a tenth of a minute. */
  minutes: number;
}

/** What is measured between a need and a leader. */
export interface Measured {
  minutes: number;
  /** Standard units; null when either context is not published. */
  context: number | null;
  compared: readonly Comparison[];
}

/** Amounts known and taken of each part, in the order of `PART_CODES`. */
export interface Amounts {
  known: (number | null)[];
  taken: number[];
}

/**
 * The amounts that a pair is priced on. What is not known is taken as the policy says, which is neither good nor bad: of strength,
 * measure by measure.
 */
export function amountsOf(
  need: Need,
  leader: Leader,
  { failing, fields }: NeedAsks,
  { minutes, context, compared }: Measured,
  { weights, support }: PlanPolicy,
): Amounts {
  const weaker = compared.filter(({ stronger }) => !stronger).length;
  const all = failing.length;
  const strength = all === 0 ? 0 : compared.length === 0 ? null : weaker / all;
  const strengthTaken = all === 0 ? 0 : (weaker + (all - compared.length) * weights.strength.unknown) / all;
  const expertise = shareMissing(fields, fieldsGiven(support, leader));
  const impact = leader.impact === null ? null : 1 - leader.impact;
  const continuity = need.earlierHomes.includes(leader.school.urn) ? 0 : 1;
  const release = leader.released === null ? 1 : 0;
  const pounds = poundsOf(need, leader);
  const taken = [
    minutes,
    context ?? weights.context.unknown,
    strengthTaken,
    expertise ?? weights.expertise.unknown,
    impact ?? weights.impact.unknown,
    continuity,
    release,
    pounds ?? need.days * weights.money.unknown,
  ];
  const known = [
    minutes,
    context,
    strength === null ? null : strengthTaken,
    expertise,
    impact,
    continuity,
    release,
    pounds,
  ];
  return { known, taken };
}

/** Share of the fields asked for that are not given; null when fields are asked for and none is recorded of the leader. */
function shareMissing(asked: readonly string[], given: readonly string[]): number | null {
  if (asked.length === 0) return 0;
  if (given.length === 0) return null;
  return asked.filter((field) => !given.includes(field)).length / asked.length;
}

/** What the days of a need cost, in pounds to the penny; null when the leader's rate is not known. */
export function poundsOf({ days }: Pick<Need, 'days'>, { pencePerDay }: Pick<Leader, 'pencePerDay'>): number | null {
  return pencePerDay === null ? null : Math.round(days * pencePerDay) / 100;
}

/**
 * Tenths of a minute that each amount weighs. Tenths are finer than any of the estimates, and sums of them are exact, and so are
 * proofs; that each part is rounded by itself lets the parts told add up to the cost told.
 */
const tenths = (amount: number, weight: number): number => Math.round(10 * weight * amount);

/** The cost of a pair in minutes of one-way travel, to a tenth. */
export function costOf({ taken }: Amounts, weights: Weights): number {
  let sum = 0;
  for (let k = 0; k < PART_CODES.length; k++) sum += tenths(taken[k]!, weights[PART_CODES[k]!].weight);
  return sum / 10;
}

/** Every part of the cost of a pair by name, amount and unit, so that what each weight does is shown. They add up to the cost. */
export function priceParts(
  { amounts: { known, taken } }: { amounts: Amounts },
  { weights }: Pick<PlanPolicy, 'weights'>,
): PricePart[] {
  return PART_CODES.map((code, k) => {
    const { weight } = weights[code];
    return {
      code,
      ...WEIGHT_WORDS[code],
      quantity: known[k]!,
      taken: taken[k]!,
      weight,
      minutes: tenths(taken[k]!, weight) / 10,
    };
  });
}
