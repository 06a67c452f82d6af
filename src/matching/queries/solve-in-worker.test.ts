import { describe, expect, it } from 'vitest';
import { crowdedInstance, overfull, smallInstance } from '../../../test/factories/instance.ts';
import type { Progress } from '../rules/best.ts';
import { certify } from '../rules/certify.ts';
import { solveInWorker } from './solve-in-worker.ts';

describe('solveInWorker', () => {
  it('answers from a thread of its own, telling of progress', async () => {
    const told: Progress[] = [];
    const onProgress = (best: Progress): number => told.push(best);
    const solution = await solveInWorker(smallInstance(), { timeLimitSeconds: 60, onProgress });
    expect(solution).toMatchObject({ assignment: [1, 0, 0], objective: 28.5, provedOptimal: true });
    expect(told.at(-1)!.objective).toBe(28.5);
  });

  it('answers with the best plan so far when the signal ends the search', async () => {
    const instance = crowdedInstance(40, 130);
    const stop = new AbortController();
    const solving = solveInWorker(instance, {
      timeLimitSeconds: 600,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    const solution = await solving;
    expect(overfull(instance, solution.assignment)).toEqual([]);
    expect(solution.provedOptimal).toBe(false);
  });

  it('lets this thread go on while it solves', async () => {
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 5);
    await solveInWorker(crowdedInstance(40, 130), { timeLimitSeconds: 0.3 });
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(5);
  });

  it('rejects when the thread fails', async () => {
    const broken = { ...smallInstance(), pairCost: undefined } as unknown as ReturnType<typeof smallInstance>;
    await expect(solveInWorker(broken, { timeLimitSeconds: 1 })).rejects.toThrow(TypeError);
  });

  it('comes to the same cost and proof by two threads', async () => {
    const instance = crowdedInstance(12, 40);
    const [one, two] = await Promise.all([
      solveInWorker(instance, { timeLimitSeconds: 60 }),
      solveInWorker(instance, { timeLimitSeconds: 60, threads: 2 }),
    ]);
    expect([one.provedOptimal, two.provedOptimal]).toEqual([true, true]);
    expect(two.objective).toBe(one.objective);
    expect(() => certify(instance, two)).not.toThrow();
  });
});
