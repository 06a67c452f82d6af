import { Worker } from 'node:worker_threads';
import type { Instance } from '../rules/instance.ts';
import type { Solution } from '../rules/solution.ts';
import type { SolveOrder } from './solve-worker.ts';

export type Best = Pick<Solution, 'objective' | 'bound' | 'gap' | 'seconds'>;

export interface WorkerOptions {
  timeLimitSeconds: number;
  /** The same seed gives the same plan, as long as the time limit does not end the search. */
  seed?: number;
  onProgress?: (best: Best) => void;
}

type Message = { best: Best; solution?: undefined } | { best?: undefined; solution: Solution };

const TSX = import.meta.resolve('tsx/esm/api');
const ENTRY = new URL('./solve-worker.ts', import.meta.url).href;
// A thread does not inherit what makes TypeScript loadable in this one, and its first file cannot be TypeScript itself.
const BOOT = `import('${TSX}').then(({ register }) => { register(); return import('${ENTRY}'); });`;

/**
 * Solves an instance in a thread of its own, so that the site goes on answering. Rejects when the thread fails; the
 * message is a fault of ours, since the instance was checked when it was built.
 */
export function solveInWorker(
  instance: Instance,
  { timeLimitSeconds, seed = 1, onProgress }: WorkerOptions,
): Promise<Solution> {
  return new Promise((resolve, reject) => {
    const workerData: SolveOrder = { instance, seed, timeLimitSeconds };
    const worker = new Worker(BOOT, { eval: true, workerData });
    worker.on('message', ({ best, solution }: Message) => {
      if (solution === undefined) onProgress?.(best);
      else resolve(solution);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The solver's thread ended with ${code} before it answered`)));
  });
}
