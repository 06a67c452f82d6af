import type { Highs } from 'highs';
import type { Instance } from '../src/matching/rules/instance.ts';
import { type Track, trackGaps } from './gap-track.ts';

/** What a general solver makes of an instance by itself. */
export interface PlainAnswer {
  /** The leader of each school, or null; null as a whole when no plan was found. */
  assignment: (number | null)[] | null;
  bound: number;
  isOptimal: boolean;
  seconds: number;
  /** Null where the solver does not tell how it comes on. */
  track: Track | null;
}

/** Whether the textbook model says all that there is: it knows no load, no fixed schools and no limits over many pairs. */
export function isPlain({ load, fixed, rows }: Instance): boolean {
  return load.every((more) => more === 0) && fixed.every((leader) => leader < 0) && rows.length === 0;
}

/**
 * The textbook model, given to HiGHS as it is: a 0-1 variable a pair, each school at most once, each leader within days
 * and number of schools. A pair costs its cost less the penalty that it spares. What the solver is measured against.
 */
export function solvePlainly(highs: Highs, instance: Instance, timeLimitSeconds: number): PlainAnswer {
  const { leaders, schools, pairLeader, pairSchool, pairCost, penalty, demand } = instance;
  const pairs = pairCost.length;
  const starts = Int32Array.from({ length: pairs + 1 }, (_, k) => 3 * k);
  const indices = new Int32Array(3 * pairs);
  const values = new Float64Array(3 * pairs).fill(1);
  for (let k = 0; k < pairs; k++) {
    indices.set([pairSchool[k]!, schools + pairLeader[k]!, schools + leaders + pairLeader[k]!], 3 * k);
    values[3 * k + 1] = demand[pairSchool[k]!]!;
  }
  const numRows = schools + 2 * leaders;
  const data = {
    numCols: pairs,
    numRows,
    offset: penalty.reduce((sum, cost) => sum + cost, 0),
    colCost: pairCost.map((cost, k) => cost - penalty[pairSchool[k]!]!),
    colLower: new Float64Array(pairs),
    colUpper: new Float64Array(pairs).fill(1),
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper: Float64Array.of(...new Float64Array(schools).fill(1), ...instance.capacity, ...instance.maxSchools),
    integrality: new Int32Array(pairs).fill(highs.constants.variableType.integer),
    matrix: { format: 'csc' as const, numRows, numCols: pairs, starts, indices, values },
  };
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const track = trackGaps();
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, time_limit: timeLimitSeconds });
    const { modelStatus } = model.run({
      [highs.constants.callbackType.mipInterrupt]({ data: { mip_primal_bound, mip_dual_bound } }) {
        track.tell({ seconds: elapsed(), objective: mip_primal_bound ?? Infinity, bound: mip_dual_bound ?? 0 });
      },
    });
    const hasPlan = model.info.get('primal_solution_status') === 2;
    const bound = Number(model.info.get('mip_dual_bound'));
    const isOptimal = modelStatus === highs.constants.modelStatus.optimal;
    if (hasPlan) track.tell({ seconds: elapsed(), objective: model.getObjectiveValue(), bound });
    const chosen = hasPlan ? model.getSolution().colValue : null;
    return {
      assignment: chosen && assignmentOf(instance, (k) => chosen[k]! > 0.5),
      bound,
      isOptimal,
      seconds: elapsed(),
      track,
    };
  });
}

/** The leader of each school, from which pairs were chosen. */
export function assignmentOf(
  { schools, pairLeader, pairSchool }: Instance,
  isChosen: (pair: number) => boolean,
): (number | null)[] {
  const assignment: (number | null)[] = Array.from({ length: schools }, () => null);
  for (let k = 0; k < pairSchool.length; k++) if (isChosen(k)) assignment[pairSchool[k]!] = pairLeader[k]!;
  return assignment;
}
