import { squaredDistance } from './distance.ts';
import type { FeatureSpace } from './feature-space.ts';
import { nearestByScan } from './nearest.ts';

/** A published list: the school and its neighbours with their published distance, nearest first. */
export interface PublishedDistances {
  urn: number;
  neighbours: readonly { urn: number; distance: number | null }[];
}

/** How far a set gives back published lists. */
export interface ListsCompared {
  /** Published lists, and those of schools that the set can compare. */
  lists: number;
  comparedLists: number;
  /** Neighbours in the compared lists, and those of them that the set can compare. */
  neighbours: number;
  comparable: number;
  /** Comparable ones that the set puts among as many nearest as the list has comparable ones. */
  shared: number;
  /** Mean over lists of Spearman's rank correlation between the published distances and those of the set; null without any. */
  rankCorrelation: number | null;
  /** Published distance against the set's own, over comparable neighbours; null without any. */
  distanceError: { median: number; most: number } | null;
}

/**
 * Sets published lists beside those of a feature space. A neighbour that the space does not have cannot be found by it, so
 * each list is measured on the neighbours that it has: of m such, how many are among the m nearest of the space.
 */
export function compareLists(space: FeatureSpace, lists: readonly PublishedDistances[]): ListsCompared {
  const correlations: number[] = [];
  const errors: number[] = [];
  const total = { comparedLists: 0, neighbours: 0, comparable: 0, shared: 0 };
  for (const list of lists) {
    const row = space.rowOf.get(list.urn);
    const pairs = row === undefined ? [] : pairsOf(space, row, list);
    if (row === undefined || pairs.length === 0) continue;
    const ours = new Set(nearestByScan(space, row, pairs.length).map((near) => near.row));
    total.comparedLists += 1;
    total.neighbours += list.neighbours.length;
    total.comparable += pairs.length;
    total.shared += pairs.filter((pair) => ours.has(pair.row)).length;
    const told = pairs.flatMap(({ published, distance }) => (published === null ? [] : [{ published, distance }]));
    errors.push(...told.map(({ published, distance }) => Math.abs(published - distance)));
    const correlation = spearman(
      told.map(({ published }) => published),
      told.map(({ distance }) => distance),
    );
    if (correlation !== null) correlations.push(correlation);
  }
  const sorted = errors.toSorted((a, b) => a - b);
  return {
    lists: lists.length,
    ...total,
    rankCorrelation: correlations.length === 0 ? null : mean(correlations),
    distanceError: sorted.length === 0 ? null : { median: sorted[sorted.length >> 1]!, most: sorted.at(-1)! },
  };
}

function pairsOf(space: FeatureSpace, row: number, { neighbours }: PublishedDistances) {
  return neighbours.flatMap(({ urn, distance: published }) => {
    const other = space.rowOf.get(urn);
    const squared = other === undefined ? Infinity : squaredDistance(space, row, other);
    return other === undefined || squared === Infinity ? [] : [{ row: other, published, distance: Math.sqrt(squared) }];
  });
}

/** Spearman's rank correlation, ties by their mean rank; null for fewer than three pairs or where one side is all alike. */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  if (a.length < 3) return null;
  const [x, y] = [ranks(a), ranks(b)];
  const spread = Math.sqrt(coproduct(x, x) * coproduct(y, y));
  return spread === 0 ? null : coproduct(x, y) / spread;
}

function coproduct(p: readonly number[], q: readonly number[]): number {
  const [meanP, meanQ] = [mean(p), mean(q)];
  return p.reduce((sum, value, i) => sum + (value - meanP) * (q[i]! - meanQ), 0);
}

function ranks(values: readonly number[]): number[] {
  return values.map(
    (value) =>
      values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2,
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
