import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { leastCost } from '../../../test/factories/brute-force.ts';
import { crowdedInstance, endless, loadHighs, overfull } from '../../../test/factories/instance.ts';
import { randomProblem } from '../../../test/factories/random-problem.ts';
import type { Clock } from './clock.ts';
import { dive } from './dive.ts';
import { findCuts } from './find-cuts.ts';
import { buildInstance, type Instance } from './instance.ts';
import { Master, type Relaxation } from './master.ts';
import { mostPairs, pricedCuts } from './odd-cuts.ts';
import { amountsOf } from './plan.ts';
import { boundOf } from './price-bound.ts';
import { makeRandom } from './random.ts';
import { makeSetSearch } from './sets.ts';
import { assignmentOf } from './solution-of.ts';
import { toWholeUnits } from './whole-units.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

function unsolved(instance: Instance, clock: Clock = endless) {
  const whole = toWholeUnits(instance);
  const search = makeSetSearch(whole);
  return { whole, search, master: new Master(highs, whole, search, clock) };
}

function relaxed(instance: Instance) {
  const made = unsolved(instance);
  return { ...made, relaxation: made.master.complete(() => true)! };
}

/** Problems that have schools: without, there is nothing to relax. */
function problems(count: number): [seed: number, instance: Instance][] {
  const all = Array.from({ length: count }, (_, seed): [number, Instance] => [
    seed,
    buildInstance(randomProblem(seed, { load: true, fixed: true, rows: true })),
  ]);
  return all.filter(([, { schools }]) => schools > 0);
}

const partly = (master: Master, { used }: Relaxation) =>
  Array.from(used, (share, column) => ({ share, rows: master.rowsOf(column) })).filter(
    ({ share }) => share > 1e-6 && share < 1 - 1e-6,
  );

describe('the relaxed set model', () => {
  it('is worth what its prices prove, and no more than any plan, with cuts and without', () => {
    let cutProblems = 0;
    for (const [seed, instance] of problems(300)) {
      const { whole, search, master, relaxation } = relaxed(instance);
      const least = leastCost(instance) * whole.costScale - whole.fixedCost;
      const close = 1e-4 * Math.max(1, least);
      expect(relaxation.value, `problem ${seed}`).toBeLessThanOrEqual(least + close);
      expect(Math.abs(boundOf(whole, search, master, relaxation.prices).bound - relaxation.value)).toBeLessThan(close);
      const cuts = findCuts(partly(master, relaxation), whole.leaders + whole.schools, 50, makeRandom(seed), endless);
      if (cuts.length > 0) cutProblems += 1;
      master.addCuts(cuts);
      const tight = master.complete(() => true)!;
      expect(tight.value, `problem ${seed}`).toBeLessThanOrEqual(least + close);
      expect(tight.value, `problem ${seed}`).toBeGreaterThanOrEqual(relaxation.value - close);
      expect(Math.abs(boundOf(whole, search, master, tight.prices).bound - tight.value)).toBeLessThan(close);
      master.dispose();
    }
    expect(cutProblems).toBeGreaterThan(10);
  });

  it('is given up in the middle when the clock says so, with what it last came to', () => {
    const instance = crowdedInstance(12, 40);
    const { master: whole, relaxation: best } = relaxed(instance);
    const sets = whole.columns.slice();
    whole.dispose();
    const answers = Array.from({ length: 60 }, (_, n) => {
      let looks = 20 * n;
      const clock: Clock = { ...endless, shouldStop: () => --looks < 0 };
      const { whole: units, search, master } = unsolved(instance, clock);
      master.add(sets.filter((__, set) => set % 3 === 0));
      const last = master.complete(() => true);
      // A solve that goes on after it was told to stop would look again.
      expect(looks).toBeGreaterThan(-6);
      const bound = last === null ? null : boundOf(units, search, master, last.prices).bound;
      master.dispose();
      return { isWhole: looks >= 0, bound };
    });
    expect(answers[1]!.bound).toBeNull();
    const [early, late] = [false, true].map((isWhole) => answers.filter((one) => one.isWhole === isWhole));
    const kept = early!.flatMap(({ bound }) => bound ?? []);
    expect(kept.length).toBeGreaterThan(0);
    for (const bound of kept) expect(bound).toBeLessThanOrEqual(best.value + 1e-4);
    expect(late!.length).toBeGreaterThan(0);
    for (const { bound } of late!) expect(bound).toBeCloseTo(best.value, 3);
  });

  it('is broken by every cut that is found', () => {
    const { whole, master, relaxation } = relaxed(crowdedInstance(12, 40));
    const columns = partly(master, relaxation);
    const cuts = findCuts(columns, whole.leaders + whole.schools, 50, makeRandom(1), endless);
    expect(cuts.length).toBeGreaterThan(0);
    for (const cut of cuts) {
      const asked = pricedCuts([cut], [1], whole.leaders + whole.schools)!;
      const pairs = columns.reduce((sum, { share, rows }) => {
        const used = rows.reduce((count, row) => count + asked.enter(row), 0);
        for (const row of rows) asked.leave(row);
        return sum + share * used;
      }, 0);
      expect(pairs).toBeGreaterThan(mostPairs(cut));
    }
    master.dispose();
  });

  it('is dived from to plans that keep to every limit, and left as it was', () => {
    let dived = 0;
    for (const [seed, instance] of problems(100)) {
      const { whole, master, relaxation } = relaxed(instance);
      const plan = dive(whole, master, relaxation, Infinity, endless);
      expect(master.complete(() => true)!.value).toBeCloseTo(relaxation.value, 4);
      master.dispose();
      // Limits that must not be passed may leave a dive without a way on.
      if (plan === null) continue;
      dived += 1;
      expect(overfull(instance, assignmentOf(instance, whole, plan)), `problem ${seed}`).toEqual([]);
      const amounts = amountsOf(whole, plan);
      const passed = whole.rows.filter(
        ({ limit, overPrice }, r) => overPrice === Infinity && amounts[r]! > limit + 1e-6,
      );
      expect(passed, `problem ${seed}`).toEqual([]);
    }
    expect(dived).toBeGreaterThan(60);
  });
});
