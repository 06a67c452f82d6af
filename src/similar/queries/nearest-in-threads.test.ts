import { describe, expect, it } from 'vitest';
import { policyById } from '../../policies.ts';
import { featureSpace } from '../rules/feature-space.ts';
import { nearestByScan } from '../rules/nearest.ts';
import { similarPolicyKind } from '../schema.ts';
import { nearestInThreads } from './nearest-in-threads.ts';

const policy = policyById(similarPolicyKind, 'england-2022');
const spaceOf = (count: number, step: number) =>
  featureSpace(
    'primary',
    policy,
    Array.from({ length: count }, (_, i) => ({
      urn: 100_000 + i,
      figures: [100 + ((i * step) % 97), i % 41, (i * 7) % 29, i % 13, i % 17 === 0 ? null : i % 5, (i % 31) / 31],
    })),
  );

describe('all schools at once, in threads', () => {
  it('have the neighbours of a plain scan, whatever is asked and however often', async () => {
    const spaces = [spaceOf(500, 31), spaceOf(90, 7)];
    const threads = await nearestInThreads(spaces, 2);
    try {
      const answers = await Promise.all([3, 20].map((k) => threads.nearestOfAll(k)));
      for (const all of answers) {
        all.forEach(({ k, rows }, i) => {
          const expected = Array.from(spaces[i]!.urns.keys(), (row) => nearestByScan(spaces[i]!, row, k));
          expect([...rows]).toEqual(expected.flatMap((near) => near.map(({ row }) => row)));
        });
      }
    } finally {
      await threads.close();
    }
  });

  it('say so when a thread ends instead of answering', async () => {
    const threads = await nearestInThreads([spaceOf(90, 7)], 1);
    const asked = threads.nearestOfAll(5);
    await threads.close();
    await expect(asked).rejects.toThrow('ended before it answered');
  });
});
