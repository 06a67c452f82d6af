import { squaredDistance } from './distance.ts';
import type { FeatureSpace } from './feature-space.ts';
import type { Near } from './nearest-so-far.ts';

/**
 * Of schools in the order of likeness, those preferred first, each part in the order it had, and no more than `kept`.
 * So the Department fills its financial comparators: of the 60 nearest, the same region first, 30 in all.
 */
export function preferredFirst(found: readonly Near[], kept: number, isPreferred: (row: number) => boolean): Near[] {
  const first = found.filter(({ row }) => isPreferred(row));
  const rest = found.filter(({ row }) => !isPreferred(row));
  return [...first, ...rest].slice(0, kept);
}

/** The place of each found row among all rows in the order of likeness: 1 is the most similar of all, filter or not. */
export function placesAmongAll(space: FeatureSpace, row: number, found: readonly Near[]): number[] {
  const places = found.map(() => 1);
  for (let other = 0; other < space.urns.length; other += 1) {
    if (other === row) continue;
    const squared = squaredDistance(space, row, other);
    found.forEach((near, i) => {
      if (squared < near.squared || (squared === near.squared && other < near.row)) places[i] = places[i]! + 1;
    });
  }
  return places;
}

/** The squared distance within which a share, 0 to 1, of all rows that can be compared with this one lies. */
export function limitOfShare(space: FeatureSpace, row: number, share: number): number {
  const squares = new Float64Array(space.urns.length);
  let known = 0;
  for (let other = 0; other < space.urns.length; other += 1) {
    const squared = other === row ? Infinity : squaredDistance(space, row, other);
    if (squared === Infinity) continue;
    squares[known] = squared;
    known += 1;
  }
  const sorted = squares.subarray(0, known).toSorted();
  return sorted[Math.ceil(known * share) - 1] ?? -1;
}
