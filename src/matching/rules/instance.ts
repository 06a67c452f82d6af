/**
 * What the solver is given: who could help whom, at what cost, within which days.
 *
 * Columns, not objects: a national plan has some 130,000 feasible pairs, and typed arrays keep them a few megabytes
 * that a worker thread can take over without copying each pair.
 */
export interface Instance {
  /** Number of leaders; they are named 0 to leaders - 1. */
  readonly leaders: number;
  /** Number of schools that need help; they are named 0 to schools - 1. */
  readonly schools: number;
  /** Days that each leader can give in the period of the plan. */
  readonly capacity: Float64Array;
  /** How many schools each leader may help at once. */
  readonly maxSchools: Int32Array;
  /** Days that each school needs, all from one leader. */
  readonly demand: Float64Array;
  /** How pressing each school is: larger comes first in the plan made by hand. The solver itself reads only costs. */
  readonly priority: Float64Array;
  /** Cost of leaving each school without a leader, in the unit of `pairCost`. */
  readonly penalty: Float64Array;
  /** Leader of each feasible pair. Pairs are ordered by leader, then school. */
  readonly pairLeader: Int32Array;
  /** School of each feasible pair. */
  readonly pairSchool: Int32Array;
  /** Cost of each feasible pair. */
  readonly pairCost: Float64Array;
  /** Pairs of leader i are `leaderStart[i]` up to, not including, `leaderStart[i + 1]`. */
  readonly leaderStart: Int32Array;
  /** Pairs of school j are `schoolPairs[k]` for k from `schoolStart[j]` up to, not including, `schoolStart[j + 1]`. */
  readonly schoolStart: Int32Array;
  readonly schoolPairs: Int32Array;
  /** Spread of load, for each leader: the s-th school, those of `held` counted, costs load x (s - 1) besides its pair. */
  readonly load: Float64Array;
  /** Schools that each leader has outside this plan. They make further ones dearer (`load`) and take nothing else. */
  readonly held: Int32Array;
  /** The leader that each school is fixed to (a lock, a placement that stands), or -1. */
  readonly fixed: Int32Array;
  /** Limits over many pairs at once. */
  readonly rows: readonly SideRow[];
}

/**
 * A limit over many pairs: what the chosen pairs of `pairs` amount to together is at most `limit`. Money of an area is one;
 * at least 7 schools of a partnership covered is another, with amounts of -1 and a limit of -7.
 */
export interface SideRow {
  /** What it limits, in words: "Money of Luton". */
  readonly name: string;
  /** Positions of pairs, in the order of the instance's (or column's) own pairs. */
  readonly pairs: Int32Array;
  /** What each of `pairs` adds. */
  readonly amounts: Float64Array;
  readonly limit: number;
  /** Cost of each unit above the limit; null: never above, and then amounts and limit are 0 or more. */
  readonly overPrice: number | null;
}

/** A `SideRow` as it is given. */
export interface SideRowColumns {
  readonly name: string;
  readonly pairs: ArrayLike<number>;
  readonly amounts: ArrayLike<number>;
  readonly limit: number;
  readonly overPrice: number | null;
}

/** The columns an instance is built from, in any order of pairs. Numbers mean what they mean in `Instance`. */
export interface InstanceColumns {
  readonly capacity: ArrayLike<number>;
  readonly maxSchools: ArrayLike<number>;
  readonly demand: ArrayLike<number>;
  readonly priority: ArrayLike<number>;
  readonly penalty: ArrayLike<number>;
  readonly pairLeader: ArrayLike<number>;
  readonly pairSchool: ArrayLike<number>;
  readonly pairCost: ArrayLike<number>;
  /** Left out: 0 for every leader. */
  readonly load?: ArrayLike<number>;
  /** Left out: 0 for every leader. */
  readonly held?: ArrayLike<number>;
  /** Left out: -1 for every school. */
  readonly fixed?: ArrayLike<number>;
  /** Left out: none. */
  readonly rows?: readonly SideRowColumns[];
}

type ColumnName = keyof InstanceColumns;

/** An instance that cannot be read: which column, which position (null when it is the column as a whole), and the mend. */
export class InstanceError extends Error {
  override readonly name = 'InstanceError';
  readonly field: string;
  readonly index: number | null;

  constructor(field: string, index: number | null, problem: string) {
    super(`${index === null ? field : `${field}[${index}]`}: ${problem}`);
    this.field = field;
    this.index = index;
  }
}

/**
 * Checks the columns and indexes the pairs by leader and by school.
 *
 * @param nameOf what the caller's source calls each column, so that an error names the reader's own word
 * @throws InstanceError at the first thing that is wrong
 */
export function buildInstance(
  columns: InstanceColumns,
  nameOf: (column: ColumnName) => string = (column) => column,
): Instance {
  const leaders = columns.capacity.length;
  const schools = columns.demand.length;
  const load = columns.load ?? new Float64Array(leaders);
  const held = columns.held ?? new Int32Array(leaders);
  const fixed = columns.fixed ?? new Int32Array(schools).fill(NOT_FIXED);
  const all = { ...columns, load, held, fixed };
  sameLength(all, nameOf, 'capacity', ['maxSchools', 'load', 'held']);
  sameLength(all, nameOf, 'demand', ['priority', 'penalty', 'fixed']);
  sameLength(all, nameOf, 'pairLeader', ['pairSchool', 'pairCost']);
  for (const column of ['capacity', 'demand', 'priority', 'penalty', 'pairCost', 'load'] as const) {
    everyValue(all[column], nameOf(column), (v) => Number.isFinite(v) && v >= 0, 'give a number of 0 or more');
  }
  for (const column of ['maxSchools', 'held'] as const) {
    everyValue(all[column], nameOf(column), isCount, 'give a whole number of 0 or more');
  }
  everyValue(columns.pairLeader, nameOf('pairLeader'), isIndexBelow(leaders), rangeMend('leader', leaders));
  everyValue(columns.pairSchool, nameOf('pairSchool'), isIndexBelow(schools), rangeMend('school', schools));

  const order = orderOfPairs(columns);
  for (let k = 1; k < order.length; k++) {
    const [first, second] = [order[k - 1]!, order[k]!];
    if (columns.pairLeader[first] !== columns.pairLeader[second]) continue;
    if (columns.pairSchool[first] !== columns.pairSchool[second]) continue;
    const pair = `leader ${columns.pairLeader[second]} and school ${columns.pairSchool[second]}`;
    throw new InstanceError(nameOf('pairLeader'), second, `repeats the pair of ${pair} given at ${first}: keep one`);
  }

  const pairLeader = Int32Array.from(order, (k) => columns.pairLeader[k]!);
  const pairSchool = Int32Array.from(order, (k) => columns.pairSchool[k]!);
  const bySchool = groupByKey(pairSchool, schools);
  const instance: Instance = {
    leaders,
    schools,
    capacity: Float64Array.from(columns.capacity),
    maxSchools: Int32Array.from(columns.maxSchools),
    demand: Float64Array.from(columns.demand),
    priority: Float64Array.from(columns.priority),
    penalty: Float64Array.from(columns.penalty),
    pairLeader,
    pairSchool,
    pairCost: Float64Array.from(order, (k) => columns.pairCost[k]!),
    leaderStart: groupByKey(pairLeader, leaders).start,
    schoolStart: bySchool.start,
    schoolPairs: bySchool.members,
    load: Float64Array.from(load),
    held: Int32Array.from(held),
    fixed: Int32Array.from(fixed),
    rows: sideRows(columns.rows ?? [], order, nameOf('rows')),
  };
  checkFixed(instance, nameOf('fixed'));
  return instance;
}

/** Stands in `fixed` for a school that the plan is free to decide. */
export const NOT_FIXED = -1;

/** Position of the pair of a leader and a school, or -1 when they are none. */
export function pairOf(instance: Instance, leader: number, school: number): number {
  for (let k = instance.schoolStart[school]!; k < instance.schoolStart[school + 1]!; k++) {
    const pair = instance.schoolPairs[k]!;
    if (instance.pairLeader[pair] === leader) return pair;
  }
  return -1;
}

/** Compressed rows: members with key k are `members[start[k]]` up to, not including, `members[start[k + 1]]`. */
export function groupByKey(keys: ArrayLike<number>, count: number): { start: Int32Array; members: Int32Array } {
  const start = new Int32Array(count + 1);
  for (let m = 0; m < keys.length; m++) start[keys[m]! + 1]!++;
  for (let k = 0; k < count; k++) start[k + 1]! += start[k]!;
  const next = start.slice();
  const members = new Int32Array(keys.length);
  for (let m = 0; m < keys.length; m++) members[next[keys[m]!]!++] = m;
  return { start, members };
}

/** The rows with positions of pairs as the instance orders them. */
function sideRows(rows: readonly SideRowColumns[], order: Int32Array, name: string): SideRow[] {
  const newPosition = new Int32Array(order.length);
  order.forEach((old, k) => {
    newPosition[old] = k;
  });
  return rows.map(({ name: title, pairs, amounts, limit, overPrice }, r) => {
    const fail = (problem: string): never => {
      throw new InstanceError(name, r, `(${title}) ${problem}`);
    };
    if (pairs.length !== amounts.length)
      fail(`has ${pairs.length} pairs but ${amounts.length} amounts: give one a pair`);
    const isRight = isIndexBelow(order.length);
    const least = overPrice === null ? 0 : -Infinity;
    for (let k = 0; k < pairs.length; k++) {
      if (!isRight(pairs[k]!)) fail(`names pair ${pairs[k]}: ${rangeMend('pair', order.length)}`);
      if (!(Number.isFinite(amounts[k]) && amounts[k]! >= least)) fail(`has the amount ${amounts[k]}: ${AMOUNT_MEND}`);
    }
    if (new Set(Array.from(pairs)).size < pairs.length) fail('names a pair twice: add the amounts up');
    if (!(Number.isFinite(limit) && limit >= least)) fail(`has the limit ${limit}: ${AMOUNT_MEND}`);
    if (overPrice !== null && !(Number.isFinite(overPrice) && overPrice >= 0)) {
      fail(`has the price ${overPrice}: give 0 or more, or null where the limit is never passed`);
    }
    const at = Int32Array.from(pairs, (k) => newPosition[k]!);
    return { name: title, pairs: at, amounts: Float64Array.from(amounts), limit, overPrice };
  });
}

const AMOUNT_MEND = 'give a number, of 0 or more where the limit is never passed';

/** Fixed pairs must be possible, and possible together: no plan could keep to them otherwise. */
function checkFixed(instance: Instance, name: string): void {
  const { fixed, demand, capacity, maxSchools, rows } = instance;
  const days = new Float64Array(instance.leaders);
  const places = new Int32Array(instance.leaders);
  const chosen = new Set<number>();
  fixed.forEach((leader, school) => {
    if (leader === NOT_FIXED) return;
    const pair = pairOf(instance, leader, school);
    if (pair === -1)
      throw new InstanceError(name, school, `is ${leader}, which is no pair: give a possible leader or -1`);
    chosen.add(pair);
    days[leader]! += demand[school]!;
    places[leader]!++;
    if (days[leader]! > capacity[leader]! + 1e-9 || places[leader]! > maxSchools[leader]!) {
      const most = `${capacity[leader]} days and ${maxSchools[leader]} schools`;
      throw new InstanceError(name, school, `is one more than leader ${leader} can do (${most}): fix fewer`);
    }
  });
  rows.forEach((row) => {
    const sum = row.pairs.reduce((total, pair, k) => total + (chosen.has(pair) ? row.amounts[k]! : 0), 0);
    if (row.overPrice === null && sum > row.limit + 1e-9) {
      throw new InstanceError(name, null, `fixed pairs amount to ${sum} of ${row.name}, above ${row.limit}: fix fewer`);
    }
  });
}

function orderOfPairs({ pairLeader, pairSchool }: InstanceColumns): Int32Array {
  const order = Int32Array.from({ length: pairLeader.length }, (_, k) => k);
  return order.toSorted((a, b) => pairLeader[a]! - pairLeader[b]! || pairSchool[a]! - pairSchool[b]! || a - b);
}

/** The columns of numbers, all there. */
type FullColumns = Required<Omit<InstanceColumns, 'rows'>>;

function sameLength(
  columns: FullColumns,
  nameOf: (column: ColumnName) => string,
  first: keyof FullColumns,
  others: readonly (keyof FullColumns)[],
): void {
  for (const other of others) {
    if (columns[other].length === columns[first].length) continue;
    const lengths = `has ${columns[other].length} values but ${nameOf(first)} has ${columns[first].length}`;
    throw new InstanceError(nameOf(other), null, `${lengths}: give the same number in both`);
  }
}

function everyValue(column: ArrayLike<number>, name: string, isRight: (v: number) => boolean, mend: string): void {
  for (let k = 0; k < column.length; k++) {
    if (!isRight(column[k]!)) throw new InstanceError(name, k, `is ${column[k]}: ${mend}`);
  }
}

const isCount = (v: number): boolean => Number.isInteger(v) && v >= 0 && v < 2 ** 31;

const isIndexBelow =
  (count: number) =>
  (v: number): boolean =>
    Number.isInteger(v) && v >= 0 && v < count;

function rangeMend(what: string, count: number): string {
  return count === 0 ? `there is no ${what}: remove the pair` : `give a ${what} from 0 to ${count - 1}`;
}
