import type { Highs, ModelData } from 'highs';
import type { Clock } from './clock.ts';
import { amountsOf } from './plan.ts';
import type { LeaderSet } from './sets.ts';
import { costOfSet, type WholeInstance } from './whole-units.ts';

/**
 * The set model of the plan as columns for HiGHS: one 0-1 column a set of schools for a leader, at most one set a leader and
 * at most one leader a school. A column costs its pairs and load less the penalties it spares, so leaving everything
 * uncovered costs 0. Rows over many pairs come with what the rest of the plan leaves of their limits, and a column each for
 * what passes them where that has a price.
 *
 * Dantzig-Wolfe form of the generalised assignment problem (Savelsbergh, "A branch-and-price algorithm for the
 * generalized assignment problem", Operations Research 45, 1997): days never appear, which makes its relaxation much
 * tighter than that of a model with a variable a pair.
 */
function setModel(highs: Highs, instance: WholeInstance, sets: readonly LeaderSet[], limits: Float64Array): ModelData {
  const rowOfLeader = new Map<number, number>();
  const rowOfSchool = new Map<number, number>();
  const rowOf = (rows: Map<number, number>, key: number): number => {
    const row = rows.get(key) ?? instance.rows.length + rowOfLeader.size + rowOfSchool.size;
    rows.set(key, row);
    return row;
  };
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const put = (row: number, value: number): void => {
    indices.push(row);
    values.push(value);
  };
  for (const { leader, pairs } of sets) {
    put(rowOf(rowOfLeader, leader), 1);
    for (const pair of pairs) put(rowOf(rowOfSchool, instance.pairSchool[pair]!), 1);
    amountsOf(instance, pairs).forEach((amount, r) => amount !== 0 && put(r, amount));
    starts.push(indices.length);
  }
  const soft = instance.rows.flatMap(({ overPrice }, r) => (overPrice === Infinity ? [] : [{ r, overPrice }]));
  for (const { r } of soft) {
    put(r, -1);
    starts.push(indices.length);
  }
  const numRows = instance.rows.length + rowOfLeader.size + rowOfSchool.size;
  const numCols = sets.length + soft.length;
  const rowUpper = new Float64Array(numRows).fill(1);
  rowUpper.set(limits);
  const colUpper = new Float64Array(numCols).fill(1).fill(highs.infinity, sets.length);
  const { integer, continuous } = highs.constants.variableType;
  return {
    numCols,
    numRows,
    colCost: [...sets.map((set) => costAgainstUncovered(instance, set)), ...soft.map(({ overPrice }) => overPrice)],
    colLower: new Float64Array(numCols),
    colUpper,
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper,
    integrality: new Int32Array(numCols).fill(integer).fill(continuous, sets.length),
    matrix: { format: 'csc', numRows, numCols, starts, indices, values },
  };
}

/** The values of HiGHS's columns for some of the sets: 1 for each, and what they pass each soft limit by. */
function columnValues(
  instance: WholeInstance,
  sets: readonly LeaderSet[],
  chosen: readonly number[],
  limits: Float64Array,
): Float64Array {
  const amounts = amountsOf(
    instance,
    chosen.flatMap((s) => sets[s]!.pairs),
  );
  const over = instance.rows.flatMap(({ overPrice }, r) =>
    overPrice === Infinity ? [] : [Math.max(0, amounts[r]! - limits[r]!)],
  );
  const values = new Float64Array(sets.length + over.length);
  for (const s of chosen) values[s] = 1;
  values.set(over, sets.length);
  return values;
}

/** Cost steps that a set adds to a plan that leaves its schools uncovered: negative when the set is worth having. */
function costAgainstUncovered(instance: WholeInstance, set: LeaderSet): number {
  let cost = costOfSet(instance, set);
  for (const pair of set.pairs) cost -= instance.penalty[instance.pairSchool[pair]!]!;
  return cost;
}

/** The best choice of sets found, and whether HiGHS showed that none is better. */
export interface ChosenSets {
  readonly chosen: LeaderSet[];
  readonly isBest: boolean;
}

/** How to choose among sets. */
export interface Choosing {
  readonly sets: readonly LeaderSet[];
  /** Indices of sets to begin from; they must fit together. */
  readonly start: readonly number[];
  /** What is left of the limit of each row. */
  readonly limits: Float64Array;
  /** Branch-and-bound nodes to spend: a limit in work, not in seconds, so that a seed repeats itself. */
  readonly nodes: number;
}

/** Chooses among sets by HiGHS's branch and bound. */
export function chooseSets(
  highs: Highs,
  instance: WholeInstance,
  { sets, start, limits, nodes }: Choosing,
  clock: Clock,
): ChosenSets {
  const data = setModel(highs, instance, sets, limits);
  return highs.withModel(data, (model) => {
    // Where costs are whole steps, nothing within less than one step of the best found can be better.
    const within = instance.isWhole ? 0.99 : 1e-6;
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: within, mip_max_nodes: nodes });
    if (Number.isFinite(clock.left())) model.options.set({ time_limit: Math.max(0.01, clock.left()) });
    model.setSolution({ colValue: columnValues(instance, sets, start, limits) });
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
