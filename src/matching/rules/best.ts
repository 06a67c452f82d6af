import { isSettled } from './branch.ts';
import type { Clock } from './clock.ts';
import type { Instance } from './instance.ts';
import { mendRows, type Plan, planCost, UNCOVERED } from './plan.ts';
import type { Proved } from './price-bound.ts';
import { assignmentOf } from './solution-of.ts';
import type { WholeInstance } from './whole-units.ts';

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

/** The best plan and bound so far, in cost steps, fixed pairs apart. */
export class Best {
  plan: Plan;
  cost: number;
  bound = -Infinity;
  /** What proves the bound before plans are parted. */
  root: Proved | null = null;
  readonly #whole: WholeInstance;
  readonly #clock: Clock;
  readonly #onProgress: ((best: Progress) => void) | undefined;
  readonly #instance: Instance;

  constructor(
    instance: Instance,
    whole: WholeInstance,
    clock: Clock,
    onProgress: ((best: Progress) => void) | undefined,
  ) {
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
