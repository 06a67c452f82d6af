import type { Highs, ModelData } from 'highs';
import type { Clock } from './clock.ts';
import type { LeaderSet } from './sets.ts';
import type { WholeInstance } from './whole-units.ts';

/** The set model as columns for HiGHS, with the rows that its schools and leaders have. */
export interface SetModel {
  readonly data: ModelData;
  readonly sets: readonly LeaderSet[];
}

/**
 * The set model of the plan: one 0-1 column a set of schools for a leader, at most one set a leader and at most one
 * leader a school. A column costs its pairs less the penalties it spares, so leaving everything uncovered costs 0.
 *
 * Dantzig-Wolfe form of the generalised assignment problem (Savelsbergh, "A branch-and-price algorithm for the
 * generalized assignment problem", Operations Research 45, 1997): days never appear, which makes its relaxation much
 * tighter than that of a model with a variable a pair.
 */
export function setModel(highs: Highs, instance: WholeInstance, sets: readonly LeaderSet[]): SetModel {
  const rowOfLeader = new Map<number, number>();
  const rowOfSchool = new Map<number, number>();
  const rowOf = (rows: Map<number, number>, key: number): number => {
    const row = rows.get(key) ?? rowOfLeader.size + rowOfSchool.size;
    rows.set(key, row);
    return row;
  };
  const starts = [0];
  const indices: number[] = [];
  for (const { leader, pairs } of sets) {
    indices.push(rowOf(rowOfLeader, leader));
    for (const pair of pairs) indices.push(rowOf(rowOfSchool, instance.pairSchool[pair]!));
    starts.push(indices.length);
  }
  const numRows = rowOfLeader.size + rowOfSchool.size;
  const numCols = sets.length;
  const data: ModelData = {
    numCols,
    numRows,
    colCost: sets.map((set) => costAgainstUncovered(instance, set)),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper: new Float64Array(numRows).fill(1),
    integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
    matrix: { format: 'csc', numRows, numCols, starts, indices, values: new Float64Array(indices.length).fill(1) },
  };
  return { data, sets };
}

/** Cost steps that a set adds to a plan that leaves its schools uncovered: negative when the set is worth having. */
export function costAgainstUncovered(instance: WholeInstance, { pairs }: LeaderSet): number {
  let cost = 0;
  for (const pair of pairs) cost += instance.pairCost[pair]! - instance.penalty[instance.pairSchool[pair]!]!;
  return cost;
}

/** The best choice of sets found, and whether HiGHS showed that none is better. */
export interface ChosenSets {
  readonly chosen: LeaderSet[];
  readonly isBest: boolean;
}

/**
 * Chooses among sets by HiGHS's branch and bound.
 *
 * @param start indices of sets to begin from; they must fit together
 * @param nodes branch-and-bound nodes to spend: a limit in work, not in seconds, so that a seed repeats itself
 */
export function chooseSets(
  highs: Highs,
  instance: WholeInstance,
  sets: readonly LeaderSet[],
  start: readonly number[],
  nodes: number,
  clock: Clock,
): ChosenSets {
  const { data } = setModel(highs, instance, sets);
  return highs.withModel(data, (model) => {
    // Costs are whole steps: nothing within less than one step of the best found can be better.
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99, mip_max_nodes: nodes });
    if (Number.isFinite(clock.left())) model.options.set({ time_limit: Math.max(0.01, clock.left()) });
    const value = new Float64Array(sets.length);
    for (const s of start) value[s] = 1;
    model.setSolution({ colValue: value });
    const { modelStatus } = model.run({
      [highs.constants.callbackType.mipInterrupt](event) {
        if (clock.shouldStop()) event.interrupt();
      },
    });
    const { colValue } = model.getSolution();
    return {
      chosen: sets.filter((_, s) => colValue[s]! > 0.5),
      isBest: modelStatus === highs.constants.modelStatus.optimal,
    };
  });
}
