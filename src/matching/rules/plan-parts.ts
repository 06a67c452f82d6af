import { type PlanProblem, uncoveredCost } from './plan-problem.ts';
import { priceParts } from './price-parts.ts';
import { PART_CODES, PLAN_PART_CODES, WEIGHT_WORDS, type WeightCode } from './weights.ts';

/** A part of what a plan costs, summed over the plan. */
export interface PlanPart {
  code: WeightCode | 'uncovered';
  label: string;
  /** Amount that was weighed, in `unit`. */
  taken: number;
  unit: string;
  /** For how many pairs the amount was not known and one was taken. */
  guessed: number;
  minutes: number;
}

/** The leader of each need, by their positions in a problem; null: nobody. */
export type PlanAssignment = readonly (number | null)[];

/**
 * What a plan costs, part by part: those of its pairs, the spread of load, floors not reached, changes, and the needs left
 * without a leader. They add up to the objective, so the effect of every weight is shown.
 */
export function planParts(problem: PlanProblem, assignment: PlanAssignment): PlanPart[] {
  const { needs, leaders, candidates, policy, rows, previous } = problem;
  const parts = new Map<PlanPart['code'], PlanPart>(
    [...PART_CODES, ...PLAN_PART_CODES].map((code) => [
      code,
      { code, ...WEIGHT_WORDS[code], taken: 0, guessed: 0, minutes: 0 },
    ]),
  );
  const uncovered = { label: 'Needs without a leader', unit: 'needs' };
  parts.set('uncovered', { code: 'uncovered', ...uncovered, taken: 0, guessed: 0, minutes: 0 });
  const add = (code: PlanPart['code'], taken: number, minutes: number, known = true): void => {
    const part = parts.get(code)!;
    part.taken += taken;
    part.minutes += minutes;
    if (!known) part.guessed++;
  };

  const helped = leaders.map(({ held }) => held);
  for (const [n, need] of needs.entries()) {
    const leader = assignment[n] ?? null;
    if (leader === null) add('uncovered', 1, uncoveredCost(need, policy));
    else {
      const { pairing } = candidates[n]!.candidates.find((one) => one.leader === leader)!;
      for (const { code, taken, minutes, quantity } of priceParts(pairing, policy))
        add(code, taken, minutes, quantity !== null);
      const before = helped[leader]!++;
      add('load', before, before * policy.weights.load.weight);
    }
    if (!keeps(problem, n, leader)) add('change', 1, previous.price);
  }
  for (const row of rows) {
    if (row.meaning.kind !== 'floor') continue;
    const { of, least, groupNeeds } = row.meaning;
    const short = Math.max(0, least - groupNeeds.filter((n) => (assignment[n] ?? null) !== null).length);
    add(of === 'area' ? 'areaFloor' : 'partnershipFloor', short, short * (row.overPrice ?? 0));
  }
  return [...parts.values()].map((part) => ({ ...part, minutes: Math.round(part.minutes * 10) / 10 }));
}

function keeps({ previous }: PlanProblem, need: number, leader: number | null): boolean {
  return previous.leader[need] === null || previous.leader[need] === leader;
}
