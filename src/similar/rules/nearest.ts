import { isComplete, squaredDistance } from './distance.ts';
import type { FeatureSpace } from './feature-space.ts';
import { type Near, NearestSoFar } from './nearest-so-far.ts';
import { searchNearest, type SearchTree, searchTree } from './search-tree.ts';

/** A feature space made ready for many searches. */
export interface SearchIndex {
  space: FeatureSpace;
  tree: SearchTree;
  /** Rows with a figure missing: no tree can bound their distance, so each is looked at. */
  incomplete: Int32Array;
}

/** Makes the index of a feature space. */
export function searchIndex(space: FeatureSpace): SearchIndex {
  const incomplete = Int32Array.from(Array.from(space.urns.keys()).filter((row) => !isComplete(space, row)));
  return { space, tree: searchTree(space), incomplete };
}

/** Which rows may be among the nearest; it is asked only about rows that are near enough. */
export type Accepts = (row: number) => boolean;

/**
 * The k rows most like this one that pass the filter, nearest first, without the row itself: exactly those of a plain scan.
 * Fewer than k only when fewer rows pass and share enough known features with it.
 */
export function nearest(index: SearchIndex, row: number, k: number, accepts: Accepts = every): Near[] {
  const { space, tree, incomplete } = index;
  if (!isComplete(space, row)) return nearestByScan(space, row, k, accepts);
  const found = new NearestSoFar(k);
  searchNearest(tree, space, row, found, accepts);
  for (const other of incomplete) offerNear(found, space, row, other, accepts);
  return found.sorted();
}

/** The same by looking at every row: for rows with a figure missing, and to prove the index. */
export function nearestByScan(space: FeatureSpace, row: number, k: number, accepts: Accepts = every): Near[] {
  const found = new NearestSoFar(k);
  for (let other = 0; other < space.urns.length; other += 1) offerNear(found, space, row, other, accepts);
  return found.sorted();
}

function offerNear(found: NearestSoFar, space: FeatureSpace, row: number, other: number, accepts: Accepts): void {
  if (other === row) return;
  const squared = squaredDistance(space, row, other);
  if (squared <= found.worst && accepts(other)) found.offer(other, squared);
}

const every: Accepts = () => true;
