import type { Instance } from '../instance.ts';
import type { Solution } from '../solution.ts';
import { type Explaining, put } from './ask.ts';
import { type Change, changed } from './change.ts';
import { type Assignment, costOf, withoutIdleMoves } from './moves.ts';
import { differenceOf, type Range, rangeOf } from './range.ts';
import { filledUp } from './repaired.ts';

/** A plan of a changed question beside the plan as it is. */
export interface Tried {
  /** The question with the change. */
  instance: Instance;
  /** The plan found, without moves that gain nothing and have nothing to do with the change. */
  assignment: Assignment;
  /** What the best plan costs more than before: less than 0 where it costs less. */
  difference: Range;
  /** What the plan found costs more than the plan as it is. */
  asPlanned: number;
}

interface Trial {
  change: Change;
  /** A plan to begin from, where the plan as it is may not fit the change. */
  start?: Assignment;
  /** Whether every plan that fits the change fits the question as it was, at the same cost. */
  isHarder: boolean;
  /** Schools that the question is about. */
  about: readonly number[];
  /** How many steps lie behind, of how many. */
  step: readonly [number, number];
}

/** Solves the question with a change, beginning from the plan as it is, and compares the two. */
export function* tried(
  { instance: before, solution }: { instance: Instance; solution: Solution },
  { change, start = solution.assignment, isHarder, about, step }: Trial,
): Explaining<Tried> {
  const instance = changed(before, change);
  // A plan that does what is asked, where only adding is needed for it: never a plan that breaks a limit.
  const first = filledUp(instance, costOf(instance, start) === null ? solution.assignment : start);
  const found = yield* put({ kind: 'solve', instance, start: first, prices: solution.proof.prices }, step);
  const assignment = withoutIdleMoves(instance, solution.assignment, found.assignment, about);
  const objective = costOf(instance, assignment)!;
  const { bound } = found;
  if (!isHarder) {
    const difference = differenceOf(solution, { objective, bound });
    return { instance, assignment, difference, asPlanned: objective - solution.objective };
  }
  // What is only made harder never costs less; where it seems to, the plan as it is was not the best.
  const best = Math.min(solution.objective, objective);
  const difference = rangeOf(Math.max(0, bound - best), objective - solution.bound, objective);
  return { instance, assignment, difference, asPlanned: objective - solution.objective };
}
