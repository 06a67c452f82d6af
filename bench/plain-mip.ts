import type { Highs } from 'highs';
import type { Instance } from '../src/matching/rules/instance.ts';

/** What HiGHS makes of an instance by itself. `objective` is null when it found no plan. */
export interface PlainAnswer {
  objective: number | null;
  bound: number;
  isOptimal: boolean;
  seconds: number;
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
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, time_limit: timeLimitSeconds });
    const { modelStatus } = model.run();
    const hasPlan = model.info.get('primal_solution_status') === 2;
    return {
      objective: hasPlan ? model.getObjectiveValue() : null,
      bound: Number(model.info.get('mip_dual_bound')),
      isOptimal: modelStatus === highs.constants.modelStatus.optimal,
      seconds: (performance.now() - started) / 1000,
    };
  });
}
