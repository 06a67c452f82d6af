import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Instance } from '../rules/instance.ts';
import type { Solution } from '../rules/solution.ts';
import type { SolveOrder } from './solve-worker.ts';

export type Best = Pick<Solution, 'objective' | 'bound' | 'gap' | 'seconds'>;

export interface WorkerOptions {
  timeLimitSeconds: number;
  /** The same seed gives the same plan, as long as neither the time limit nor the signal ends the search. */
  seed?: number;
  onProgress?: (best: Best) => void;
  /** Ends the search early; the best plan found by then is still the answer. */
  signal?: AbortSignal;
}

type Message = { best: Best; solution?: undefined } | { best?: undefined; solution: Solution };

/** The thread's first file, compiled when this one is, TypeScript when this one is (tests and benchmarks). */
function startThread(workerData: SolveOrder): Worker {
  const extension = extname(new URL(import.meta.url).pathname);
  const entry = new URL(`./solve-worker${extension}`, import.meta.url);
  if (extension !== '.ts') return new Worker(entry, { workerData });
  // A thread does not inherit what makes TypeScript loadable in this one, and its first file cannot be TypeScript itself.
  const tsx = import.meta.resolve('tsx/esm/api');
  const boot = `import('${tsx}').then(({ register }) => { register(); return import('${entry.href}'); });`;
  return new Worker(boot, { eval: true, workerData });
}

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
    const worker = startThread({ instance, seed, timeLimitSeconds, stop });
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
