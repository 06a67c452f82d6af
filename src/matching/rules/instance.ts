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
  /** Cost by which each further school of a leader weighs more: the s-th (counting those held) costs `load` x (s - 1). */
  readonly load: Float64Array;
  /** Schools that each leader has already outside this plan; they count for `load` only. */
  readonly held: Int32Array;
  /** Leader that each school is fixed to, or -1. */
  readonly fixed: Int32Array;
  /** Limits over many pairs, named by their positions in this order of pairs. */
  readonly rows: readonly SideRow[];
}

/** A limit over many pairs: money of an area; a floor of coverage (amounts of -1, a limit of minus the least). */
export interface SideRow {
  readonly name: string;
  /** Positions of pairs in the columns given; in an `Instance`, in its own order. */
  readonly pairs: ArrayLike<number>;
  /** What each of them adds. */
  readonly amounts: ArrayLike<number>;
  readonly limit: number;
  /** Cost of each unit above the limit; null: never above, and then amounts and limit are 0 or more. */
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
  readonly load?: ArrayLike<number>;
  readonly held?: ArrayLike<number>;
  readonly fixed?: ArrayLike<number>;
  readonly rows?: readonly SideRow[];
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
  sameLength(columns, nameOf, 'capacity', ['maxSchools']);
  sameLength(columns, nameOf, 'demand', ['priority', 'penalty']);
  sameLength(columns, nameOf, 'pairLeader', ['pairSchool', 'pairCost']);
  for (const column of ['capacity', 'demand', 'priority', 'penalty', 'pairCost'] as const) {
    everyValue(columns[column], nameOf(column), (v) => Number.isFinite(v) && v >= 0, 'give a number of 0 or more');
  }
  everyValue(columns.maxSchools, nameOf('maxSchools'), isCount, 'give a whole number of 0 or more');
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
  return {
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
    load: Float64Array.from(columns.load ?? new Float64Array(leaders)),
    held: Int32Array.from(columns.held ?? new Int32Array(leaders)),
    fixed: Int32Array.from(columns.fixed ?? new Int32Array(schools).fill(-1)),
    rows: (columns.rows ?? []).map((row) => ({ ...row, pairs: Int32Array.from(row.pairs, (k) => order.indexOf(k)) })),
  };
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

function orderOfPairs({ pairLeader, pairSchool }: InstanceColumns): Int32Array {
  const order = Int32Array.from({ length: pairLeader.length }, (_, k) => k);
  return order.toSorted((a, b) => pairLeader[a]! - pairLeader[b]! || pairSchool[a]! - pairSchool[b]! || a - b);
}

function sameLength(
  columns: InstanceColumns,
  nameOf: (column: ColumnName) => string,
  first: ColumnName,
  others: readonly ColumnName[],
): void {
  for (const other of others) {
    if (columns[other]!.length === columns[first]!.length) continue;
    const lengths = `has ${columns[other]!.length} values but ${nameOf(first)} has ${columns[first]!.length}`;
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
