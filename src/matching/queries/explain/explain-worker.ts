// oxlint-disable unicorn/require-post-message-target-origin -- a thread posts to its parent, which has no origin
import { parentPort, workerData } from 'node:worker_threads';
import highs from 'highs';
import type { Ask } from '../../rules/explain/ask.ts';
import { reply } from '../../rules/explain/reply.ts';

/** What the thread is given at its start. */
export interface ExplainOrder {
  seed: number;
  secondsASolve: number;
  /** Shared memory: anything but 0 means stop. */
  stop: Int32Array;
}

// The package's types describe its CommonJS build, whose default export is wrapped once more than that of the ES module.
const loadHighs = highs as unknown as (typeof highs)['default'];

// The entry of the thread: answers one ask after another, until it is ended.
const { seed, secondsASolve, stop } = workerData as ExplainOrder;
const loaded = loadHighs();
parentPort?.on('message', async (ask: Ask) => {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const clock = {
    elapsed,
    left: () => secondsASolve - elapsed(),
    shouldStop: () => elapsed() >= secondsASolve || Atomics.load(stop, 0) !== 0,
  };
  parentPort?.postMessage(reply(ask, { highs: await loaded, clock, seed }));
});
