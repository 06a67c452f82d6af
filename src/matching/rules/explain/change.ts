import { buildInstance, type Instance } from '../instance.ts';

/** One pair that an instance does not have yet, for a school. */
export interface NewPair {
  school: number;
  cost: number;
  /** What it adds to the instance's rows, by their positions. */
  rows: readonly { row: number; amount: number }[];
}

/** Somebody whom an instance does not have yet. */
export interface NewLeader {
  days: number;
  mostSchools: number;
  /** What each further school costs, and how many they have already. */
  load: number;
  held: number;
  pairs: readonly NewPair[];
}

/** What is supposed in a question of the kind "what if": anything left out stays as it is. */
export interface Change {
  /** The pair is made, whatever it costs. It must be among the pairs, or among the new ones. */
  fix?: { leader: number; school: number };
  /** The school is not left without a leader, if anything can be done about it. */
  cover?: number;
  /** The pair is not to be made. */
  forbid?: { leader: number; school: number };
  /** Days more that leaders give, and schools more that they help at once. */
  more?: readonly { leader: number; days: number; schools: number }[];
  pairs?: readonly (NewPair & { leader: number })[];
  /** They come after the leaders that are there, in this order. */
  leaders?: readonly NewLeader[];
}

/**
 * The instance with a change. A pair is fixed, and a school covered, by weights that no plan would rather bear: so the cost of a
 * plan that does it is its cost in the instance as it was, and one that could not be done is left undone, for the asker to see.
 */
export function changed(instance: Instance, change: Change): Instance {
  const capacity = Array.from(instance.capacity);
  const maxSchools = Array.from(instance.maxSchools);
  const penalty = Array.from(instance.penalty);
  const load = Array.from(instance.load);
  const held = Array.from(instance.held);
  const pairLeader = Array.from(instance.pairLeader);
  const pairSchool = Array.from(instance.pairSchool);
  const pairCost = Array.from(instance.pairCost);
  const rows = instance.rows.map((row) => ({ ...row, pairs: Array.from(row.pairs), amounts: Array.from(row.amounts) }));
  const add = (leader: number, pair: NewPair): void => {
    for (const { row, amount } of pair.rows) {
      rows[row]!.pairs.push(pairCost.length);
      rows[row]!.amounts.push(amount);
    }
    pairLeader.push(leader);
    pairSchool.push(pair.school);
    pairCost.push(pair.cost);
  };
  for (const { leader, days, schools } of change.more ?? []) {
    capacity[leader]! += days;
    maxSchools[leader]! += schools;
  }
  for (const pair of change.pairs ?? []) add(pair.leader, pair);
  for (const leader of change.leaders ?? []) {
    for (const pair of leader.pairs) add(capacity.length, pair);
    capacity.push(leader.days);
    maxSchools.push(leader.mostSchools);
    load.push(leader.load);
    held.push(leader.held);
  }
  const must = change.fix?.school ?? change.cover;
  if (must !== undefined) {
    penalty[must] = weightOfMust({ penalty, maxSchools, load, held, pairSchool, pairCost, rows }, must);
  }
  // Dearer than to leave the school: such a pair is in no best plan.
  const bar = (isBarred: (leader: number, school: number) => boolean): void => {
    for (let k = 0; k < pairCost.length; k++) {
      if (isBarred(pairLeader[k]!, pairSchool[k]!)) pairCost[k] = 2 * penalty[pairSchool[k]!]! + 1;
    }
  };
  const { fix, forbid } = change;
  if (fix !== undefined) bar((leader, school) => school === fix.school && leader !== fix.leader);
  if (forbid !== undefined) bar((leader, school) => school === forbid.school && leader === forbid.leader);
  const columns = { capacity, maxSchools, load, held, penalty, pairLeader, pairSchool, pairCost, rows };
  return buildInstance({ ...instance, ...columns });
}

interface Columns {
  penalty: number[];
  maxSchools: number[];
  load: number[];
  held: number[];
  pairSchool: number[];
  pairCost: number[];
  rows: { overPrice: number | null }[];
}

/**
 * More than it can ever cost to cover a school: its dearest pair with its load, and, for as many other schools as a leader could have to
 * give up for it, what leaving them costs and what each limit missed does.
 */
function weightOfMust(columns: Columns, school: number): number {
  const dearest = columns.pairCost.reduce(
    (most, cost, k) => (columns.pairSchool[k] === school ? Math.max(most, cost) : most),
    columns.penalty[school]!,
  );
  const most = largest(columns.maxSchools);
  const others = sum(columns.penalty.toSorted((a, b) => b - a).slice(0, most));
  const load = largest(columns.load) * (most + largest(columns.held));
  const limits = (most + 1) * sum(columns.rows.map(({ overPrice }) => overPrice ?? 0));
  return Math.ceil(dearest + load + others + limits) + 1;
}

const largest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
