import type { FeatureSpace } from './feature-space.ts';

/** Squared distance between two rows, and how many features both have. */
export interface Compared {
  squared: number;
  shared: number;
}

/**
 * Squared distance between two rows over the features that both have, scaled up by the share of the weight that those
 * carry: with half of the weight known, the known half stands for the whole. Infinite when they share too few features.
 * The root is in standard deviations: 1 means the schools differ by one in a typical feature.
 */
export function squaredDistance(
  space: Pick<FeatureSpace, 'coordinates' | 'shares' | 'fewestSharedFeatures'>,
  a: number,
  b: number,
): number {
  const { coordinates, shares, fewestSharedFeatures } = space;
  const width = shares.length;
  let sum = 0;
  let share = 0;
  let shared = 0;
  for (let j = 0; j < width; j += 1) {
    const difference = coordinates[a * width + j]! - coordinates[b * width + j]!;
    if (Number.isNaN(difference)) continue;
    sum += difference * difference;
    share += shares[j]!;
    shared += 1;
  }
  if (shared < fewestSharedFeatures) return Number.POSITIVE_INFINITY;
  return shared === width ? sum : sum / share;
}

/** True when every figure of the row is known. */
export function isComplete(space: FeatureSpace, row: number): boolean {
  const width = space.shares.length;
  for (let i = row * width; i < (row + 1) * width; i += 1) if (Number.isNaN(space.coordinates[i])) return false;
  return true;
}
