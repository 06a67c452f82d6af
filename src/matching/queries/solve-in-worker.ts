import { startThread } from '../../start-thread.ts';
import type { Instance } from '../rules/instance.ts';
import type { Solution } from '../rules/solution.ts';
import type { Progress } from '../rules/solve.ts';
import type { SolveOrder } from './solve-worker.ts';

export interface WorkerOptions {
  timeLimitSeconds: number;
  /** The same seed gives the same plan, as long as neither the time limit nor the signal ends the search. */
  seed?: number;
  onProgress?: (best: Progress) => void;
  /** Ends the search early; the best plan found by then is still the answer. */
  signal?: AbortSignal;
}

type Message = { best: Progress; solution?: undefined } | { best?: undefined; solution: Solution };

/**
 * Solves an instance in a thread of its own, so that the site goes on answering. Rejects when the thread fails; the
 * message is a fault of ours, since the instance was checked when it was built.
 */
export function solveInWorker(
  instance: Instance,
  { timeLimitSeconds, seed = 1, onProgress, signal }: WorkerOptions,
): Promise<Solution> {
  return new Promise((resolve, reject) => {
    // The search never yields to messages, so it is told to stop by memory that both threads see.
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const tellToStop = (): number => Atomics.store(stop, 0, 1);
    if (signal?.aborted === true) tellToStop();
    signal?.addEventListener('abort', tellToStop, { once: true });
    const order: SolveOrder = { instance, seed, timeLimitSeconds, stop };
    const worker = startThread(import.meta.url, 'solve-worker', order);
    worker.on('message', ({ best, solution }: Message) => {
      if (solution === undefined) onProgress?.(best);
      else resolve(solution);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', tellToStop);
      reject(new Error(`The solver's thread ended with ${code} before it answered`));
    });
  });
}
