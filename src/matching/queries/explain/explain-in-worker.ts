// oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../../start-thread.ts';
import type { Ask, Explaining, Replies } from '../../rules/explain/ask.ts';
import type { ExplainOrder } from './explain-worker.ts';
import { inTurn } from './in-turn.ts';

/** How far an explanation is: steps done, of how many; one may be a plan made anew. */
export interface Progress {
  done: number;
  of: number;
}

export interface ExplainOptions {
  /** Each plan made anew takes at most so long; the best found by then is compared, with its bound. */
  secondsASolve: number;
  seed?: number;
  onProgress?: (progress: Progress) => void;
  /** Ends the search under way and refuses the rest. */
  signal?: AbortSignal;
}

/** Runs an explanation, its work in one thread for all of its steps, after those that were asked for before. */
export async function explainInWorker<T>(
  explaining: Explaining<T>,
  { secondsASolve, seed = 1, onProgress, signal }: ExplainOptions,
): Promise<T> {
  return inTurn(async () => {
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const tellToStop = (): number => Atomics.store(stop, 0, 1);
    signal?.addEventListener('abort', tellToStop, { once: true });
    let worker: Worker | null = null;
    try {
      let next = explaining.next();
      while (next.done !== true) {
        signal?.throwIfAborted();
        const { ask, done, of } = next.value;
        onProgress?.({ done, of });
        worker ??= startThread(import.meta.url, 'explain-worker', { seed, secondsASolve, stop } satisfies ExplainOrder);
        next = explaining.next(await replyOf(worker, ask));
      }
      return next.value;
    } finally {
      signal?.removeEventListener('abort', tellToStop);
      await worker?.terminate();
    }
  });
}

function replyOf(worker: Worker, ask: Ask): Promise<Replies[keyof Replies]> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) =>
      reject(new Error(`The thread of an explanation ended with ${code} before it answered`));
    worker.once('message', (reply: Replies[keyof Replies]) => {
      worker.off('error', reject).off('exit', ended);
      resolve(reply);
    });
    worker.once('error', reject);
    worker.once('exit', ended);
    worker.postMessage(ask);
  });
}
