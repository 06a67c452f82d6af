import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../start-thread.ts';
import type { FeatureSpace } from '../rules/feature-space.ts';
import { type NearestOfAll, roomForAll } from '../rules/nearest.ts';
import type { NearestOrder, NearestThreadData } from './nearest-thread.ts';

/** Threads with the index of each space, ready to search. */
export interface NearestThreads {
  /** The k nearest of every row of each space, exactly those of a plain scan. Rejects when a thread fails. */
  nearestOfAll(k: number): Promise<NearestOfAll[]>;
  close(): Promise<void>;
}

/**
 * Starts a thread a processor, each with its own index of the spaces, and waits until all are ready: for lists of all of
 * England at once, while this thread goes on answering. They stay until they are closed.
 */
export async function nearestInThreads(
  spaces: readonly FeatureSpace[],
  count: number = availableParallelism(),
): Promise<NearestThreads> {
  const data: NearestThreadData = { spaces };
  const threads = Array.from({ length: count }, () => startThread(import.meta.url, 'nearest-thread', data));
  const close = async () => {
    await Promise.all(threads.map((thread) => thread.terminate()));
  };
  try {
    await Promise.all(threads.map(answerOf));
  } catch (error) {
    await close();
    throw error;
  }
  let last: Promise<unknown> = Promise.resolve();
  const nearestOfAll = async (k: number): Promise<NearestOfAll[]> => {
    const all = spaces.map(({ urns }) => roomForAll(urns.length, k));
    const next = new Int32Array(new SharedArrayBuffer(spaces.length * Int32Array.BYTES_PER_ELEMENT));
    const order: NearestOrder = { next, all };
    const answers = threads.map(answerOf);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    for (const thread of threads) thread.postMessage(order);
    await Promise.all(answers);
    return all;
  };
  return {
    // One search after another, so that each thread's next word is about the search under way.
    nearestOfAll: (k) => {
      const search = last.then(() => nearestOfAll(k));
      last = search.catch(() => {});
      return search;
    },
    close,
  };
}

const ENDED = 'A thread that looks for similar schools ended before it answered';

/** The thread's next word. Rejects when it fails or ends instead. */
async function answerOf(thread: Worker): Promise<void> {
  if (thread.threadId < 0) throw new Error(ENDED);
  const ended = new AbortController();
  try {
    await Promise.race([
      // Rejects on an error too.
      once(thread, 'message', ended),
      once(thread, 'exit', ended).then(() => {
        throw new Error(ENDED);
      }),
    ]);
  } finally {
    ended.abort();
  }
}
