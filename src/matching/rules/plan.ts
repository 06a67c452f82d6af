import type { WholeInstance } from './whole-units.ts';

/** The pair chosen for each school, or `UNCOVERED`. */
export type Plan = Int32Array;

export const UNCOVERED = -1;

/** Cost steps of a plan: its pairs, and the penalty of each school left uncovered. */
export function planCost(instance: WholeInstance, plan: Plan): number {
  let cost = 0;
  for (let j = 0; j < instance.schools; j++) {
    cost += plan[j] === UNCOVERED ? instance.penalty[j]! : instance.pairCost[plan[j]!]!;
  }
  return cost;
}

/** Pairs of each leader in a plan. */
export function setsOfPlan(instance: WholeInstance, plan: Plan): number[][] {
  const sets: number[][] = Array.from({ length: instance.leaders }, () => []);
  for (const pair of plan) if (pair !== UNCOVERED) sets[instance.pairLeader[pair]!]!.push(pair);
  return sets;
}

/** What each leader still has to give. */
export interface Room {
  readonly days: Int32Array;
  readonly schools: Int32Array;
}

/** Days and places that a plan leaves to each leader. */
export function roomOf(instance: WholeInstance, plan: Plan): Room {
  const room = { days: instance.capacity.slice(), schools: instance.maxSchools.slice() };
  for (const pair of plan) {
    if (pair === UNCOVERED) continue;
    room.days[instance.pairLeader[pair]!]! -= instance.demand[instance.pairSchool[pair]!]!;
    room.schools[instance.pairLeader[pair]!]!--;
  }
  return room;
}
