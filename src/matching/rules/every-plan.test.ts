import { beforeAll, describe, expect, it } from 'vitest';
import type { Highs } from 'highs';
import { leastCost } from '../../../test/factories/brute-force.ts';
import { endless, loadHighs } from '../../../test/factories/instance.ts';
import { randomProblem } from '../../../test/factories/random-problem.ts';
import { certify } from './certify.ts';
import { buildInstance } from './instance.ts';
import { solve } from './solve.ts';

const PROBLEMS = 10_000;
const IN_ONE_TEST = 1000;
const ALL_KINDS = { load: true, fixed: true, rows: true };

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** What the problems had between them: each kind has to be there for its absence to be a fault of the test. */
const met = { proved: 0, byParts: 0, uncovered: 0, nothing: 0 };

describe('against every plan there is', () => {
  it.each(Array.from({ length: PROBLEMS / IN_ONE_TEST }, (_, k) => k * IN_ONE_TEST))(
    'the best is found and proved: problems from %i on',
    { timeout: 240_000 },
    (from) => {
      for (let seed = from; seed < from + IN_ONE_TEST; seed++) {
        const instance = buildInstance(randomProblem(seed, ALL_KINDS));
        const least = leastCost(instance);
        const solution = solve(instance, { seed: 1, clock: endless, highs });
        const { objective, bound, gap, provedOptimal } = solution;
        const was = `problem ${seed}`;
        expect(Math.abs(certify(instance, solution).objective - least), was).toBeLessThan(1e-9 * Math.max(1, least));
        expect(Math.abs(objective - least), was).toBeLessThan(1e-9 * Math.max(1, least));
        expect({ provedOptimal, gap, bound }, was).toEqual({ provedOptimal: true, gap: 0, bound: objective });
        met.proved += 1;
        if (solution.proof.kind === 'parts') met.byParts += 1;
        if (solution.uncovered > 0 && solution.uncovered < instance.schools) met.uncovered += 1;
        if (instance.schools === 0 || instance.pairCost.length === 0) met.nothing += 1;
      }
    },
  );

  it('was asked of every kind of problem', () => {
    expect(met.proved).toBe(PROBLEMS);
    expect(met.byParts).toBeGreaterThan(100);
    expect(met.uncovered).toBeGreaterThan(1000);
    expect(met.nothing).toBeGreaterThan(100);
  });
});
