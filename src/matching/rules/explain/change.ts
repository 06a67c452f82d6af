import { buildInstance, type Instance } from '../instance.ts';

/** One pair that an instance does not have yet. */
export interface NewPair {
  leader: number;
  school: number;
  cost: number;
}

/** Somebody whom an instance does not have yet. */
export interface NewLeader {
  days: number;
  mostSchools: number;
  pairs: readonly Omit<NewPair, 'leader'>[];
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
  pairs?: readonly NewPair[];
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
  const pairs = [
    Array.from(instance.pairLeader),
    Array.from(instance.pairSchool),
    Array.from(instance.pairCost),
  ] as const;
  const [pairLeader, pairSchool, pairCost] = pairs;
  const add = ({ leader, school, cost }: NewPair): void => {
    pairLeader.push(leader);
    pairSchool.push(school);
    pairCost.push(cost);
  };
  for (const { leader, days, schools } of change.more ?? []) {
    capacity[leader]! += days;
    maxSchools[leader]! += schools;
  }
  for (const pair of change.pairs ?? []) add(pair);
  for (const leader of change.leaders ?? []) {
    for (const pair of leader.pairs) add({ ...pair, leader: capacity.length });
    capacity.push(leader.days);
    maxSchools.push(leader.mostSchools);
  }
  const must = change.fix?.school ?? change.cover;
  if (must !== undefined) penalty[must] = weightOfMust({ penalty, maxSchools, pairSchool, pairCost }, must);
  // Dearer than to leave the school: such a pair is in no best plan.
  const bar = (isBarred: (leader: number, school: number) => boolean): void => {
    for (let k = 0; k < pairCost.length; k++) {
      if (isBarred(pairLeader[k]!, pairSchool[k]!)) pairCost[k] = 2 * penalty[pairSchool[k]!]! + 1;
    }
  };
  const { fix, forbid } = change;
  if (fix !== undefined) bar((leader, school) => school === fix.school && leader !== fix.leader);
  if (forbid !== undefined) bar((leader, school) => school === forbid.school && leader === forbid.leader);
  return buildInstance({ ...instance, capacity, maxSchools, penalty, pairLeader, pairSchool, pairCost });
}

/**
 * More than it can ever cost to cover a school: its dearest pair, and the penalties of as many other schools as a leader could
 * have to give up for it.
 */
function weightOfMust(
  columns: { penalty: number[]; maxSchools: number[]; pairSchool: number[]; pairCost: number[] },
  school: number,
): number {
  const dearest = columns.pairCost.reduce(
    (most, cost, k) => (columns.pairSchool[k] === school ? Math.max(most, cost) : most),
    columns.penalty[school]!,
  );
  const most = columns.maxSchools.reduce((a, b) => Math.max(a, b), 0);
  const others = columns.penalty.toSorted((a, b) => b - a).slice(0, most);
  return Math.ceil(dearest + others.reduce((sum, penalty) => sum + penalty, 0)) + 1;
}
