import { availableParallelism } from 'node:os';

/** One processor is left to the site, so that pages go on being answered while plans are explained. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);

const waiting: (() => void)[] = [];
let running = 0;

/** Does the work as soon as there is room for it, first come first served: as many at once as there are processors, less one. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running++;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    // The room goes straight to who waits longest.
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}
