// oxlint-disable unicorn/require-post-message-target-origin -- a thread posts to its parent, which has no origin
import { parentPort, workerData } from 'node:worker_threads';
import type { FeatureSpace } from '../rules/feature-space.ts';
import { type NearestOfAll, nearestOfBlock } from '../rules/nearest.ts';
import { searchIndex } from '../rules/search-index.ts';

/** What a thread is started with: the spaces that it searches in. */
export interface NearestThreadData {
  spaces: readonly FeatureSpace[];
}

/** One search, which all threads share in. */
export interface NearestOrder {
  /** For each space: the number of the next block that no thread has taken. */
  next: Int32Array;
  /** For each space: where the answer goes. */
  all: readonly NearestOfAll[];
}

// The entry of the thread: makes its indexes, says so, and takes blocks as long as there are any, order after order.
const indexes = (workerData as NearestThreadData).spaces.map(searchIndex);
parentPort?.on('message', ({ next, all }: NearestOrder) => {
  indexes.forEach((index, i) => {
    for (;;) {
      const block = Atomics.add(next, i, 1);
      if (block >= index.blocks.length) break;
      nearestOfBlock(index, block, all[i]!);
    }
  });
  parentPort?.postMessage('done');
});
parentPort?.postMessage('ready');
