import type { FeatureSpace } from './feature-space.ts';
import { BLOCK } from './near-kernel.ts';

/** Rows that lie close together and lack the same figures, and the smallest box round them. */
export interface Block {
  rows: Int32Array;
  /** The features whose figures these rows have. */
  known: readonly number[];
  /** Bounds of the box, one a feature: none, which is infinite, where the figure is not known. */
  low: Float64Array;
  high: Float64Array;
}

/** All rows of the space in blocks: those that lack the same figures are halved on their widest side until they fit. */
export function blocksOf(space: FeatureSpace): Block[] {
  const alike = new Map<string, { known: number[]; rows: number[] }>();
  for (const row of space.urns.keys()) {
    const known = knownOf(space, row);
    const key = known.join();
    const group = alike.get(key) ?? { known, rows: [] };
    group.rows.push(row);
    alike.set(key, group);
  }
  return [...alike.values()].flatMap(({ known, rows }) => halved(space, known, Int32Array.from(rows)));
}

function knownOf(space: FeatureSpace, row: number): number[] {
  const at = row * space.shares.length;
  return Array.from(space.shares.keys()).filter((j) => !Number.isNaN(space.coordinates[at + j]));
}

function halved(space: FeatureSpace, known: readonly number[], rows: Int32Array): Block[] {
  const block = boxed(space, known, rows);
  if (rows.length <= BLOCK) return [block];
  const width = space.shares.length;
  const widest = known.reduce((most, j) => (extent(block, j) > extent(block, most) ? j : most), known[0] ?? 0);
  const along = (row: number) => space.coordinates[row * width + widest]!;
  const sorted = rows.toSorted((a, b) => along(a) - along(b) || a - b);
  // Full blocks on one side, so that there are as few as can be.
  const middle = BLOCK * Math.ceil(rows.length / BLOCK / 2);
  return [...halved(space, known, sorted.subarray(0, middle)), ...halved(space, known, sorted.subarray(middle))];
}

function extent({ low, high }: Block, feature: number): number {
  return high[feature]! - low[feature]!;
}

function boxed(space: FeatureSpace, known: readonly number[], rows: Int32Array): Block {
  const width = space.shares.length;
  const low = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  const high = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  for (const j of known) {
    low[j] = Number.POSITIVE_INFINITY;
    high[j] = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      const value = space.coordinates[row * width + j]!;
      if (value < low[j]) low[j] = value;
      if (value > high[j]) high[j] = value;
    }
  }
  return { rows, known, low, high };
}
