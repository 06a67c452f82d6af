import { type Block, blocksOf } from './blocks.ts';
import type { FeatureSpace } from './feature-space.ts';
import { BLOCK, blockBytes, boxPairBytes, type NearKernel, nearKernel, type Places, placesOf } from './near-kernel.ts';

/** A feature space made ready for many searches: its rows in blocks, and the blocks where the kernel reads them. */
export interface SearchIndex {
  space: FeatureSpace;
  blocks: readonly Block[];
  /** The block of each row, by its place in `blocks`. */
  blockOf: Int32Array;
  /** For each block that was asked about: the blocks to look through for its rows. */
  ways: (readonly Way[] | undefined)[];
  kernel: Kernel;
}

/** From one block to another. */
export interface Way {
  block: number;
  /** No row of the one is nearer than this to a row of the other, as a squared distance. */
  least: number;
  compared: Compared;
}

/** The features that the rows of two blocks both have. */
export interface Compared {
  features: readonly number[];
  /** Their share of the whole weight: by what the squares added up are divided. 1 when it is all features, exactly. */
  share: number;
}

/** The kernel and its memory, seen as numbers of 8 and of 4 bytes. */
export interface Kernel extends NearKernel {
  /** In bytes; boxes lie from `boxes` up to `least`, and from there what `leastIn` writes, one f64 a block. */
  places: Places & { boxes: number; least: number };
  numbers: Float64Array;
  addresses: Int32Array;
}

/** Makes the index of a feature space. */
export function searchIndex(space: FeatureSpace): SearchIndex {
  const blocks = blocksOf(space);
  const blockOf = new Int32Array(space.urns.length);
  blocks.forEach(({ rows }, block) => rows.forEach((row) => (blockOf[row] = block)));
  return { space, blocks, blockOf, ways: Array.from({ length: blocks.length }), kernel: kernelFor(space, blocks) };
}

/** Where the kernel finds the first row of a block. */
export function addressOf({ space, kernel }: SearchIndex, block: number): number {
  return kernel.places.blocks + block * blockBytes(space.shares.length);
}

const PAGE = 65_536;

function kernelFor(space: FeatureSpace, blocks: readonly Block[]): Kernel {
  const width = space.shares.length;
  const pairs = Math.ceil(blocks.length / 2);
  const fixed = placesOf(width);
  const boxes = fixed.blocks + blocks.length * blockBytes(width);
  const places = { ...fixed, boxes, least: boxes + pairs * boxPairBytes(width) };
  const memory = new WebAssembly.Memory({ initial: Math.ceil((places.least + pairs * 16) / PAGE) });
  const numbers = new Float64Array(memory.buffer);
  blocks.forEach(({ rows, low, high }, block) => {
    const first = (places.blocks + block * blockBytes(width)) / 8;
    const box = (places.boxes + (block >> 1) * boxPairBytes(width)) / 8 + (block % 2);
    for (let j = 0; j < width; j += 1) {
      numbers[box + j * 4] = low[j]!;
      numbers[box + j * 4 + 2] = high[j]!;
      for (let i = 0; i < BLOCK; i += 1) {
        numbers[first + j * BLOCK + i] = i < rows.length ? space.coordinates[rows[i]! * width + j]! : Number.NaN;
      }
    }
  });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(nearKernel(width)), { from: { memory } });
  return { ...(exports as unknown as NearKernel), places, numbers, addresses: new Int32Array(memory.buffer) };
}

/** The ways from a block to all that share enough features with it, itself among them, the nearest first. */
export function waysFrom(index: SearchIndex, block: number): readonly Way[] {
  const known = index.ways[block];
  if (known !== undefined) return known;
  const { space, blocks } = index;
  const from = blocks[block]!;
  const compared = new Map<readonly number[], Compared>();
  const ways: Way[] = [];
  blocks.forEach((other, i) => {
    const both = compared.get(other.known) ?? comparedOn(space, from, other);
    compared.set(other.known, both);
    if (both.features.length < space.fewestSharedFeatures) return;
    ways.push({ block: i, least: leastBetween(from, other, both), compared: both });
  });
  ways.sort((a, b) => a.least - b.least);
  index.ways[block] = ways;
  return ways;
}

function comparedOn(space: FeatureSpace, a: Block, b: Block): Compared {
  const features = a.known.filter((j) => b.known.includes(j));
  // In the order of squaredDistance, which adds up the same shares.
  const share = features.reduce((sum, j) => sum + space.shares[j]!, 0);
  return { features, share: features.length === space.shares.length ? 1 : share };
}

/**
 * The squared distance between two boxes. Differences, squares and sums are rounded in the order of the features, as those
 * of points are, and rounding never turns a smaller number into a larger one: what comes out is no more than the squared
 * distance of any two points in the boxes comes out as, to the last bit.
 */
function leastBetween(a: Block, b: Block, { features, share }: Compared): number {
  let sum = 0;
  for (const j of features) {
    const apart = Math.max(b.low[j]! - a.high[j]!, a.low[j]! - b.high[j]!, 0);
    sum += apart * apart;
  }
  return sum / share;
}
