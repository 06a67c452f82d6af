// oxlint-disable unicorn/require-post-message-target-origin -- a thread posts to its parent, which has no origin
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import highs from 'highs';
import type { Instance } from '../rules/instance.ts';
import { partnerOf, solve } from '../rules/solve.ts';
import { type PartnerMemory, remoteParting, serveParting } from './remote-parting.ts';

/** What the worker is given. Typed arrays are copied in one step, not one number at a time. */
export interface SolveOrder {
  instance: Instance;
  seed: number;
  timeLimitSeconds: number;
  /** Shared memory: anything but 0 means stop. */
  stop: Int32Array;
  start: readonly (number | null)[] | undefined;
  prices: readonly number[] | undefined;
  /** Two threads share a search: this one betters the plan, or parts all plans for the other. Null when it does both. */
  partner: { role: 'plans' | 'parts'; memory: PartnerMemory; port: MessagePort } | null;
}

// The package's types describe its CommonJS build, whose default export is wrapped once more than that of the ES module.
const loadHighs = highs as unknown as (typeof highs)['default'];

// The entry of the thread: solves, tells of progress, answers, and ends.
const { instance, seed, timeLimitSeconds, stop, start, prices, partner } = workerData as SolveOrder;
const started = performance.now();
const elapsed = () => (performance.now() - started) / 1000;
const clock = {
  elapsed,
  left: () => timeLimitSeconds - elapsed(),
  shouldStop: () => elapsed() >= timeLimitSeconds || Atomics.load(stop, 0) !== 0,
};
const options = { seed, clock, highs: await loadHighs(), ...(start && { start }), ...(prices && { prices }) };
if (partner?.role === 'parts') {
  serveParting(partnerOf(instance, options), partner.memory, partner.port);
} else {
  const solution = solve(instance, {
    ...options,
    ...(partner && { partner: remoteParting(partner.memory, partner.port, clock) }),
    onProgress: (best) => parentPort?.postMessage({ best }),
  });
  parentPort?.postMessage({ solution });
}
