import type { PairKey } from './problem-options.ts';
import type { Leader, Need } from './sides.ts';

/** What places a pair before the plan is made: a person's lock, or a placement approved before. */
export type PlacedBy = 'lock' | 'standing';

export interface PlacedPair {
  need: Need;
  leader: Leader;
  by: PlacedBy;
}

/**
 * The pairs that a plan must have, of those whose two sides it has. A pair that is locked and stands is told once, as what
 * stands: nothing more is asked of it.
 */
export function placedPairs(
  sides: { needs: ReadonlyMap<string, Need>; leaders: ReadonlyMap<string, Leader> },
  { locks, standing }: { locks: readonly PairKey[]; standing: readonly PairKey[] },
): PlacedPair[] {
  const placed = new Map<string, PlacedPair>();
  for (const [by, pairs] of [
    ['standing', standing],
    ['lock', locks],
  ] as const) {
    for (const { needKey, leaderKey } of pairs) {
      const [need, leader] = [sides.needs.get(needKey), sides.leaders.get(leaderKey)];
      const key = JSON.stringify([needKey, leaderKey]);
      if (need !== undefined && leader !== undefined && !placed.has(key)) placed.set(key, { need, leader, by });
    }
  }
  return [...placed.values()];
}
