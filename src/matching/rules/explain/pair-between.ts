import type { Instance } from '../instance.ts';

/** The position of a pair among the pairs of an instance, or null when it is not one. */
export function pairBetween(instance: Instance, school: number, leader: number): number | null {
  for (let k = instance.schoolStart[school]!; k < instance.schoolStart[school + 1]!; k++) {
    const pair = instance.schoolPairs[k]!;
    if (instance.pairLeader[pair] === leader) return pair;
  }
  return null;
}
