import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import { startThread } from '../../start-thread.ts';
import type { Instance } from '../rules/instance.ts';
import type { Solution } from '../rules/solution.ts';
import type { Progress } from '../rules/best.ts';
import { partnerMemory } from './remote-parting.ts';
import type { SolveOrder } from './solve-worker.ts';

export interface WorkerOptions {
  timeLimitSeconds: number;
  /** The same seed gives the same plan, as long as neither the time limit nor the signal ends the search. */
  seed?: number;
  onProgress?: (best: Progress) => void;
  /** Ends the search early; the best plan found by then is still the answer. */
  signal?: AbortSignal;
  /** A plan to begin from: the leader of each school, or null. What of it does not fit is left out. */
  start?: readonly (number | null)[];
  /** Prices of an earlier proof for the same schools, to begin from. */
  prices?: readonly number[];
  /** Two threads come sooner to the same: one betters the plan while the other proves its bound. 1 when left out, and where leaders are many. */
  threads?: 1 | 2;
}

/** Parting so many takes longer than anybody waits, and slows the other thread. */
const MANY_LEADERS = 1000;

type Message = { best: Progress; solution?: undefined } | { best?: undefined; solution: Solution };

/**
 * Solves an instance in a thread of its own, so that the site goes on answering. Rejects when the thread fails; the
 * message is a fault of ours, since the instance was checked when it was built.
 */
export function solveInWorker(
  instance: Instance,
  { timeLimitSeconds, seed = 1, onProgress, signal, start, prices, threads: wanted = 1 }: WorkerOptions,
): Promise<Solution> {
  return new Promise((resolve, reject) => {
    // The search never yields to messages, so it is told to stop by memory that both threads see.
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const tellToStop = (): number => Atomics.store(stop, 0, 1);
    if (signal?.aborted === true) tellToStop();
    signal?.addEventListener('abort', tellToStop, { once: true });
    const threads = instance.leaders > MANY_LEADERS ? 1 : wanted;
    const order = { instance, seed, timeLimitSeconds, stop, start, prices };
    const { port1, port2 } = new MessageChannel();
    const memory = partnerMemory();
    const begin = (role: 'plans' | 'parts', port: MessagePort): Worker => {
      const shared: SolveOrder = { ...order, partner: threads === 1 ? null : { role, memory, port } };
      return startThread(import.meta.url, 'solve-worker', shared, threads === 1 ? [] : [port]);
    };
    const worker = begin('plans', port1);
    const partner = threads === 1 ? null : begin('parts', port2);
    partner?.on('error', (error) => {
      void worker.terminate();
      reject(error);
    });
    worker.on('message', ({ best, solution }: Message) => {
      if (solution === undefined) onProgress?.(best);
      else resolve(solution);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      void partner?.terminate();
      signal?.removeEventListener('abort', tellToStop);
      reject(new Error(`The solver's thread ended with ${code} before it answered`));
    });
  });
}
