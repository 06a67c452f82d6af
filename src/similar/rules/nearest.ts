import { squaredDistance } from './distance.ts';
import type { FeatureSpace } from './feature-space.ts';
import { FOUND } from './near-kernel.ts';
import { type Near, NearestSoFar } from './nearest-so-far.ts';
import { addressOf, type Compared, type SearchIndex, waysFrom } from './search-index.ts';

/** Which rows may be among the nearest; it is asked only about rows that are near enough. */
export type Accepts = (row: number) => boolean;

/**
 * The k rows most like this one that pass the filter, nearest first, without the row itself: exactly those of a plain scan.
 * Fewer than k only when fewer rows pass and share enough known features with it.
 */
export function nearest(index: SearchIndex, row: number, k: number, accepts: Accepts = every): Near[] {
  const found = new NearestSoFar(k);
  search(index, row, found, accepts);
  return listed(found, k);
}

/** The same by looking at every row: to prove the index. */
export function nearestByScan(space: FeatureSpace, row: number, k: number, accepts: Accepts = every): Near[] {
  const found = new NearestSoFar(k);
  for (let other = 0; other < space.urns.length; other += 1) {
    if (other === row) continue;
    const squared = squaredDistance(space, row, other);
    if (squared <= found.worst && accepts(other)) found.offer(other, squared);
  }
  return listed(found, k);
}

function listed(found: NearestSoFar, k: number): Near[] {
  const rows = new Int32Array(k);
  const squares = new Float64Array(k);
  const held = found.moveInto(rows, squares, 0);
  return Array.from({ length: held }, (_, i) => ({ row: rows[i]!, squared: squares[i]! }));
}

/** The nearest of every row, row by row: k places each, the nearest first. */
export interface NearestOfAll {
  k: number;
  /** -1 in places left over where fewer than k rows can be compared. */
  rows: Int32Array;
  /** Squared distances; infinite in places left over. */
  squares: Float64Array;
}

/** Room for the answer, in memory that threads share. */
export function roomForAll(count: number, k: number): NearestOfAll {
  return {
    k,
    rows: new Int32Array(new SharedArrayBuffer(count * k * 4)).fill(-1),
    squares: new Float64Array(new SharedArrayBuffer(count * k * 8)).fill(Number.POSITIVE_INFINITY),
  };
}

/**
 * Finds the k nearest of each row of a block, exactly those of a plain scan. A whole block at a time, since its rows take
 * the same ways.
 */
export function nearestOfBlock(index: SearchIndex, block: number, { k, rows, squares }: NearestOfAll): void {
  const found = new NearestSoFar(k);
  for (const row of index.blocks[block]!.rows) {
    search(index, row, found, every);
    found.moveInto(rows, squares, row * k);
  }
}

const every: Accepts = () => true;
// What a square divided by the share may have gained by rounding, many times over; what it lets in is looked at again.
const ROOM = 1 + 1e-12;

function search(index: SearchIndex, row: number, found: NearestSoFar, accepts: Accepts): void {
  const { space, blocks, blockOf, kernel } = index;
  const { places, numbers, addresses } = kernel;
  const width = space.shares.length;
  numbers.set(space.coordinates.subarray(row * width, (row + 1) * width), places.asked / 8);
  kernel.leastIn(places.boxes, places.least, places.least);
  let set: Compared | null = null;
  for (const { block, least, compared } of waysFrom(index, blockOf[row]!)) {
    if (least > found.worst) return;
    if (numbers[places.least / 8 + block]! / compared.share > found.worst) continue;
    if (set !== compared) compareOn(index, compared);
    set = compared;
    const { rows } = blocks[block]!;
    const from = addressOf(index, block);
    const end = kernel.nearIn(from, from + rows.length * 8, found.worst * compared.share * ROOM);
    for (let at = places.found; at < end; at += FOUND) {
      const squared = numbers[at >> 3]! / compared.share;
      const other = rows[(addresses[(at >> 2) + 2]! - from) >> 3]!;
      if (squared <= found.worst && other !== row && accepts(other)) found.offer(other, squared);
    }
  }
}

/** Has the kernel compare these features and no others. */
function compareOn({ space, kernel }: SearchIndex, { features }: Compared): void {
  const first = kernel.places.compared / 4;
  const width = space.shares.length;
  for (let j = 0; j < width; j += 1)
    kernel.addresses.fill(features.includes(j) ? -1 : 0, first + 4 * j, first + 4 * j + 4);
}
