import { extname } from 'node:path';
import { type MessagePort, Worker } from 'node:worker_threads';

/**
 * Starts a thread by its first file: `name`, without its ending, beside the file whose `import.meta.url` is given. Compiled
 * when that one is, TypeScript when that one is (tests and benchmarks). Ports in `workerData` are handed over by naming them.
 */
export function startThread(
  beside: string,
  name: string,
  workerData: unknown,
  transferList: readonly MessagePort[] = [],
): Worker {
  const extension = extname(new URL(beside).pathname);
  const entry = new URL(`./${name}${extension}`, beside);
  const options = { workerData, transferList: [...transferList] };
  if (extension !== '.ts') return new Worker(entry, options);
  // A thread does not inherit what makes TypeScript loadable in this one, and its first file cannot be TypeScript itself.
  const tsx = import.meta.resolve('tsx/esm/api');
  const boot = `import('${tsx}').then(({ register }) => { register(); return import('${entry.href}'); });`;
  return new Worker(boot, { eval: true, ...options });
}
