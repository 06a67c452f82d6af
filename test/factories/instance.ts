import fc from 'fast-check';
import highs from 'highs';
import { buildInstance, type Instance, type InstanceColumns } from '../../src/matching/rules/instance.ts';
import { UNCOVERED } from '../../src/matching/rules/plan.ts';

// The package's types describe its CommonJS build, whose default export is wrapped once more than that of the ES module.
export const loadHighs = highs as unknown as (typeof highs)['default'];

/** A clock that never runs out: what is found depends on the seed alone. */
export const endless = { elapsed: () => 0, left: () => Infinity, shouldStop: () => false };

/** Two leaders and three schools, where the hand-made plan is not the best one. */
export function smallColumns(changes: Partial<InstanceColumns> = {}): InstanceColumns {
  return {
    capacity: [19.5, 9.5],
    maxSchools: [2, 1],
    demand: [9.5, 9.5, 4.5],
    priority: [3, 2, 1],
    penalty: [100, 90, 80],
    pairLeader: [0, 0, 0, 1],
    pairSchool: [0, 1, 2, 0],
    pairCost: [10, 12.5, 5, 11],
    ...changes,
  };
}

export function smallInstance(changes: Partial<InstanceColumns> = {}): Instance {
  return buildInstance(smallColumns(changes));
}

/** Any instance small enough to try every plan: half days, costs to one decimal, pairs missing here and there. */
export const anyInstance: fc.Arbitrary<Instance> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 6 }))
  .chain(([leaders, schools]) =>
    fc.record({
      capacity: columnOf(leaders, fc.integer({ min: 0, max: 60 }).map(half)),
      maxSchools: columnOf(leaders, fc.integer({ min: 0, max: 4 })),
      demand: columnOf(schools, fc.integer({ min: 0, max: 30 }).map(half)),
      priority: columnOf(schools, fc.integer({ min: 1, max: 3 })),
      penalty: columnOf(schools, fc.integer({ min: 0, max: 900 }).map(tenth)),
      pairs: columnOf(
        leaders * schools,
        fc.option(fc.integer({ min: 0, max: 1000 }).map(tenth), { freq: 4, nil: null }),
      ),
    }),
  )
  .map(({ pairs, ...columns }) => {
    const schools = columns.demand.length;
    const kept = pairs.flatMap((cost, k) => (cost === null ? [] : [{ k, cost }]));
    return buildInstance({
      ...columns,
      pairLeader: kept.map(({ k }) => Math.floor(k / schools)),
      pairSchool: kept.map(({ k }) => k % schools),
      pairCost: kept.map(({ cost }) => cost),
    });
  });

/** A crowded instance of any size, the same for the same seed: schools on a line, leaders among them. */
export function crowdedInstance(leaders: number, schools: number): Instance {
  const pairs = Array.from({ length: leaders * schools }, (_, k) => [Math.floor(k / schools), k % schools] as const);
  const near = pairs.filter(([leader, school]) => (leader * 7 + school * 3) % 5 < 2);
  return buildInstance({
    capacity: Array.from({ length: leaders }, (_, i) => 10 + ((i * 13) % 30)),
    maxSchools: Array.from({ length: leaders }, (_, i) => 1 + ((i * 5) % 4)),
    demand: Array.from({ length: schools }, (_, j) => 5 + ((j * 11) % 16)),
    priority: Array.from({ length: schools }, (_, j) => 1 + (j % 3)),
    penalty: Array.from({ length: schools }, (_, j) => 300 + 20 * ((j * 17) % 35)),
    pairLeader: near.map(([leader]) => leader),
    pairSchool: near.map(([, school]) => school),
    pairCost: near.map(([leader, school]) => ((leader * 37 + school * 53) % 1100) / 10),
  });
}

/** What breaks a limit in a plan of pairs: nothing, when it is a plan. */
export function overfull(instance: Instance, leaderOfSchool: readonly (number | null)[]): number[] {
  return Array.from({ length: instance.leaders }, (_, leader) => leader).filter((leader) => {
    const helped = leaderOfSchool.flatMap((of, school) => (of === leader ? [school] : []));
    const days = helped.reduce((sum, school) => sum + instance.demand[school]!, 0);
    return days > instance.capacity[leader]! + 1e-9 || helped.length > instance.maxSchools[leader]!;
  });
}

/** The leader of each school, from the pair of each school. */
export function leadersOf(pairLeader: ArrayLike<number>, plan: Int32Array): (number | null)[] {
  return Array.from(plan, (pair) => (pair === UNCOVERED ? null : pairLeader[pair]!));
}

function columnOf<T>(length: number, value: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(value, { minLength: length, maxLength: length });
}

const half = (steps: number): number => steps / 2;

const tenth = (steps: number): number => steps / 10;
