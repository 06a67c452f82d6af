import { isComplete } from './distance.ts';
import type { FeatureSpace } from './feature-space.ts';
import type { NearestSoFar } from './nearest-so-far.ts';

// Measured best of 6 to 64 on England's primary schools: a box costs about as much to look at as three rows.
const LEAF = 64;
// A box's distance is added up in another order than a point's, so it may come out a rounding error too large.
const ROUNDING = 1 - 1e-12;

/**
 * A k-d tree over the rows whose figures are all known: nodes in the order of a heap (the children of i are 2i + 1 and
 * 2i + 2), each with the smallest box round its rows. Exact: a box is passed over only when nothing in it can be nearer.
 */
export interface SearchTree {
  /** Rows in the order of the leaves, with their coordinates beside them so that a leaf is read straight through. */
  rows: Int32Array;
  points: Float64Array;
  /** First and one past the last place of each node in `rows`. */
  from: Int32Array;
  to: Int32Array;
  /** Lower then upper bounds of each node's box. */
  boxes: Float64Array;
  depth: number;
  width: number;
}

/** Builds the tree by halving on the widest side until leaves hold few rows. */
export function searchTree(space: FeatureSpace): SearchTree {
  const width = space.shares.length;
  const rows = Int32Array.from(Array.from(space.urns.keys()).filter((row) => isComplete(space, row)));
  let depth = 0;
  while (rows.length > LEAF * 2 ** depth) depth += 1;
  const nodes = 2 ** (depth + 1) - 1;
  const tree: SearchTree = {
    rows,
    points: new Float64Array(rows.length * width),
    from: new Int32Array(nodes),
    to: new Int32Array(nodes),
    boxes: new Float64Array(nodes * 2 * width),
    depth,
    width,
  };
  split(tree, space, 0, 0, rows.length, 0);
  rows.forEach((row, i) => {
    for (let j = 0; j < width; j += 1) tree.points[i * width + j] = space.coordinates[row * width + j]!;
  });
  return tree;
}

/**
 * Offers every row of the tree that passes the filter and could be among the nearest to the row asked about, which must
 * itself be complete.
 */
export function searchNearest(
  tree: SearchTree,
  space: FeatureSpace,
  row: number,
  nearest: NearestSoFar,
  accepts: (row: number) => boolean,
): void {
  const asked = space.coordinates.slice(row * tree.width, (row + 1) * tree.width);
  visit(tree, 0, 0, asked, nearest, (other) => other !== row && accepts(other));
}

function visit(
  tree: SearchTree,
  node: number,
  level: number,
  asked: Float64Array,
  nearest: NearestSoFar,
  accepts: (row: number) => boolean,
): void {
  if (level === tree.depth) {
    scanLeaf(tree, node, asked, nearest, accepts);
    return;
  }
  const left = boxDistance(tree, 2 * node + 1, asked);
  const right = boxDistance(tree, 2 * node + 2, asked);
  const [first, second] = left <= right ? [2 * node + 1, 2 * node + 2] : [2 * node + 2, 2 * node + 1];
  if (Math.min(left, right) <= nearest.worst) visit(tree, first, level + 1, asked, nearest, accepts);
  if (Math.max(left, right) <= nearest.worst) visit(tree, second, level + 1, asked, nearest, accepts);
}

function scanLeaf(
  tree: SearchTree,
  node: number,
  asked: Float64Array,
  nearest: NearestSoFar,
  accepts: (row: number) => boolean,
): void {
  const { points, rows, width } = tree;
  const end = tree.to[node]!;
  for (let i = tree.from[node]!; i < end; i += 1) {
    let sum = 0;
    for (let j = 0; j < width; j += 1) {
      const difference = asked[j]! - points[i * width + j]!;
      sum += difference * difference;
    }
    if (sum <= nearest.worst && accepts(rows[i]!)) nearest.offer(rows[i]!, sum);
  }
}

function boxDistance(tree: SearchTree, node: number, asked: Float64Array): number {
  const { boxes, width } = tree;
  const at = node * 2 * width;
  let sum = 0;
  for (let j = 0; j < width; j += 1) {
    const below = boxes[at + j]! - asked[j]!;
    const above = asked[j]! - boxes[at + width + j]!;
    if (below > 0) sum += below * below;
    else if (above > 0) sum += above * above;
  }
  return sum * ROUNDING;
}

function split(tree: SearchTree, space: FeatureSpace, node: number, from: number, to: number, level: number): void {
  tree.from[node] = from;
  tree.to[node] = to;
  const widest = drawBox(tree, space, node, from, to);
  if (level === tree.depth) return;
  const { width } = tree;
  const side = tree.rows.subarray(from, to);
  side.set(
    side.toSorted((a, b) => space.coordinates[a * width + widest]! - space.coordinates[b * width + widest]! || a - b),
  );
  const middle = (from + to) >> 1;
  split(tree, space, 2 * node + 1, from, middle, level + 1);
  split(tree, space, 2 * node + 2, middle, to, level + 1);
}

/** Draws the smallest box round the node's rows and returns its widest side. */
function drawBox(tree: SearchTree, space: FeatureSpace, node: number, from: number, to: number): number {
  const { width, boxes, rows } = tree;
  const at = node * 2 * width;
  let widest = 0;
  let extent = -1;
  for (let j = 0; j < width; j += 1) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = from; i < to; i += 1) {
      const value = space.coordinates[rows[i]! * width + j]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    boxes[at + j] = low;
    boxes[at + width + j] = high;
    if (high - low > extent) {
      extent = high - low;
      widest = j;
    }
  }
  return widest;
}
