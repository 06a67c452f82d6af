import { movesBetween, type Assignment, costOf } from './moves.ts';
import type { PlanPolicy } from '../plan-policy.ts';
import type { PlanProblem } from '../plan-problem.ts';
import type { Solution } from '../solution.ts';
import { type UncoveredCode, WEIGHT_CODES, WEIGHT_WORDS, type WeightChange } from '../weights.ts';
import { type Explaining, put } from './ask.ts';
import type { Ground } from './ground.ts';
import { filledUp } from './repaired.ts';

/** A plan in the figures that weights change. */
export interface PlanFigures {
  covered: number;
  /** Minutes one way, of all pairs together. */
  minutes: number;
  provedOptimal: boolean;
}

/** What the plan becomes with one weight changed. */
export interface WeightEffect {
  /** What the weight is on. */
  on: string;
  /** The weight now, in minutes a unit; null of the weights of schools left, which are several. */
  weight: number | null;
  factor: number;
  /** Needs whose leader differs from the plan as it is. */
  changed: number;
  plan: PlanFigures;
}

export interface WeightsEffect {
  now: PlanFigures;
  effects: WeightEffect[];
  /** Weights that change nothing here, for they are 0 or nothing they are on is part of this plan. */
  idle: string[];
}

const FACTORS = [0.5, 2];

/** How the plan changes with each weight at half and at double, the others as they are. One solve each. */
export function* weightsEffect(ground: Ground): Explaining<WeightsEffect> {
  const { problem, solution } = ground;
  const weights = weightsOf(problem);
  const remake = ground.remaking();
  const trials = weights.flatMap((weight) => FACTORS.map((factor) => ({ ...weight, factor })));
  const effects: WeightEffect[] = [];
  for (const [done, { on, weight, factor, times }] of trials.entries()) {
    const made = remake(times(factor));
    if (!made.ok) continue;
    const { problem: other } = made;
    const start = byKey(problem, solution.assignment, other);
    const found: Solution = yield* put(
      {
        kind: 'solve',
        instance: other.instance,
        start: filledUp(other.instance, costOf(other.instance, start) === null ? start.map(() => null) : start),
        prices: solution.proof.prices,
      },
      [done, trials.length],
    );
    const changed = movesBetween(solution.assignment, byKey(other, found.assignment, problem)).length;
    effects.push({ on, weight, factor, changed, plan: figuresOf(other, found) });
  }
  const told = new Set(weights.map(({ on }) => on));
  const idle = WEIGHT_CODES.map((code) => WEIGHT_WORDS[code].label).filter((label) => !told.has(label));
  return { now: figuresOf(problem, solution), effects, idle };
}

interface Weighed {
  on: string;
  weight: number | null;
  times: (factor: number) => WeightChange;
}

const UNCOVERED: readonly Exclude<UncoveredCode, 'specialistShare'>[] = ['A', 'B', 'C', 'D', 'perPoint'];

/** The weights that have a part in this plan, each with how a scenario weighs it otherwise. */
function weightsOf(problem: PlanProblem): Weighed[] {
  const { weights, uncovered } = problem.policy;
  const single = WEIGHT_CODES.filter((code) => weights[code].weight > 0 && hasPart(problem, code)).map(
    (code): Weighed => ({
      on: WEIGHT_WORDS[code].label,
      weight: weights[code].weight,
      times: (factor) => ({ weights: { [code]: factor * weights[code].weight } }),
    }),
  );
  const left: PlanPolicy['uncovered'] = uncovered;
  const times = (factor: number): WeightChange => ({
    uncovered: Object.fromEntries(UNCOVERED.map((code) => [code, factor * left[code]])),
  });
  return [...single, { on: 'Schools left without a leader', weight: null, times }];
}

function hasPart({ rows, previous }: PlanProblem, code: (typeof WEIGHT_CODES)[number]): boolean {
  const floors = rows.flatMap(({ meaning }) => (meaning.kind === 'floor' ? [meaning.of] : []));
  if (code === 'areaFloor') return floors.includes('area');
  if (code === 'partnershipFloor') return floors.includes('partnership');
  return code !== 'change' || previous.leader.some((leader) => leader !== null);
}

/** A plan of one problem as one of another with the same needs: leaders are found by their keys, and those it has not are nobody. */
function byKey(from: PlanProblem, plan: Assignment, to: PlanProblem): (number | null)[] {
  return to.needs.map(({ key }) => {
    const leader = plan[from.needAt.get(key) ?? -1] ?? null;
    return leader === null ? null : (to.leaderAt.get(from.leaders[leader]!.key) ?? null);
  });
}

function figuresOf({ candidates }: PlanProblem, { assignment, provedOptimal }: Solution): PlanFigures {
  const minutes = assignment.flatMap((leader, need) =>
    leader === null ? [] : [candidates[need]!.candidates.find((one) => one.leader === leader)!.pairing.minutes],
  );
  return { covered: minutes.length, minutes: Math.round(minutes.reduce((sum, one) => sum + one, 0)), provedOptimal };
}
