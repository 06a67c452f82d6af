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
