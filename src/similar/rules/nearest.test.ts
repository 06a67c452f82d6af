import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyById } from '../../policies.ts';
import { similarPolicyKind } from '../schema.ts';
import { isComplete, squaredDistance } from './distance.ts';
import { type FeatureRow, featureSpace } from './feature-space.ts';
import { nearest, nearestByScan, nearestOfBlock, roomForAll } from './nearest.ts';
import { searchIndex } from './search-index.ts';
import type { SimilarPolicy } from './similar-policy.ts';

const policy: SimilarPolicy = policyById(similarPolicyKind, 'england-2022');

const known = (arbitrary: fc.Arbitrary<number>) =>
  fc.oneof({ weight: 14, arbitrary }, { weight: 1, arbitrary: fc.constant(null) });
const figures = fc.tuple(
  known(fc.integer({ min: 20, max: 1500 })),
  // Few different values, so that schools tie, and one feature that is often the same everywhere.
  ...Array.from({ length: 4 }, () => known(fc.integer({ min: 0, max: 12 }))),
  known(fc.constant(3)),
);
const schools = fc
  .tuple(fc.array(figures, { minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 3 }))
  // With every school there once or several times: alike in all, missing figures too.
  .map(([rows, times]) => Array.from({ length: times }, () => rows).flat())
  .map((rows) => rows.map((row, i): FeatureRow => ({ urn: 200_000 - i, figures: row })));
const fewest = fc.integer({ min: 1, max: 6 });

describe('the nearest schools', () => {
  it('by the index are exactly those of a plain scan, ties and missing figures and all', () => {
    fc.assert(
      fc.property(schools, fc.integer({ min: 1, max: 70 }), fewest, (rows, k, fewestSharedFeatures) => {
        const index = searchIndex(featureSpace('primary', { ...policy, fewestSharedFeatures }, rows));
        for (let row = 0; row < rows.length; row += 7) {
          expect(nearest(index, row, k)).toEqual(nearestByScan(index.space, row, k));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same with figures of any size, to the last bit', () => {
    const any = fc.array(fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { freq: 9 }), {
      minLength: 3,
      maxLength: 3,
    });
    const plain = policy.features.slice(1, 4).map((feature) => ({ ...feature, transform: 'none' as const }));
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 300 }), fewest, (rows, fewestSharedFeatures) => {
        const shared = { ...policy, features: plain, fewestSharedFeatures };
        const index = searchIndex(
          featureSpace(
            'primary',
            shared,
            rows.map((row, i) => ({ urn: i, figures: row })),
          ),
        );
        for (let row = 0; row < rows.length; row += 11) {
          expect(nearest(index, row, 20)).toEqual(nearestByScan(index.space, row, 20));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of every school at once are those of each school alone, with empty places where fewer can be compared', () => {
    fc.assert(
      fc.property(schools, fc.integer({ min: 1, max: 70 }), fewest, (rows, k, fewestSharedFeatures) => {
        const index = searchIndex(featureSpace('primary', { ...policy, fewestSharedFeatures }, rows));
        const all = roomForAll(rows.length, k);
        for (const block of index.blocks.keys()) nearestOfBlock(index, block, all);
        for (let row = 0; row < rows.length; row += 7) {
          const alone = nearestByScan(index.space, row, k);
          const left = k - alone.length;
          expect([...all.rows.subarray(row * k, (row + 1) * k)]).toEqual([
            ...alone.map((near) => near.row),
            ...Array.from({ length: left }, () => -1),
          ]);
          expect([...all.squares.subarray(row * k, (row + 1) * k)]).toEqual([
            ...alone.map(({ squared }) => squared),
            ...Array.from({ length: left }, () => Number.POSITIVE_INFINITY),
          ]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('that pass a filter are exactly those of a plain scan with the same filter', () => {
    fc.assert(
      fc.property(schools, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 40 }), (rows, k, every) => {
        const index = searchIndex(featureSpace('primary', policy, rows));
        const passes = (row: number) => row % every === 0;
        for (let row = 0; row < rows.length; row += 11) {
          const found = nearest(index, row, k, passes);
          expect(found.every((near) => passes(near.row) && near.row !== row)).toBe(true);
          const all = nearestByScan(index.space, row, rows.length).filter((near) => passes(near.row));
          expect(found).toEqual(all.slice(0, k));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are those of the plainest way of all: every distance, sorted', () => {
    fc.assert(
      fc.property(schools, (rows) => {
        const space = featureSpace('primary', policy, rows);
        const every = rows
          .map((_, row) => ({ row, squared: squaredDistance(space, 0, row) }))
          .filter(({ row, squared }) => row !== 0 && squared < Number.POSITIVE_INFINITY)
          .toSorted((a, b) => a.squared - b.squared || a.row - b.row);
        expect(nearestByScan(space, 0, 10)).toEqual(every.slice(0, 10));
      }),
      { numRuns: 60 },
    );
  });
});

describe('distance', () => {
  const space = featureSpace('primary', policy, [
    { urn: 1, figures: [100, 20, 4, 10, 1, 0.2] },
    { urn: 2, figures: [200, 40, 16, 20, 4, 0.3] },
    { urn: 3, figures: [100, 20, 4, 10, 1, null] },
    { urn: 4, figures: [100, null, null, null, 1, 0.2] },
    { urn: 5, figures: [0, 20, 4, 10, 1, 0.2] },
  ]);

  it('is nought to a school that is alike, and the same both ways', () => {
    expect(squaredDistance(space, 0, 0)).toBe(0);
    expect(squaredDistance(space, 0, 1)).toBeGreaterThan(0);
    expect(squaredDistance(space, 0, 1)).toBe(squaredDistance(space, 1, 0));
  });

  it('takes a missing figure for nothing at all: not for nought, not for the mean', () => {
    expect(isComplete(space, 2)).toBe(false);
    expect(squaredDistance(space, 0, 2)).toBe(0);
  });

  it('is scaled up to the whole from the features that both have', () => {
    // Without the neighbourhood's score (1 part of 7), six sevenths of the weight stand for the whole.
    const width = space.shares.length;
    const parts = Array.from(space.shares.keys()).map(
      (j) => (space.coordinates[j]! - space.coordinates[width + j]!) ** 2,
    );
    const withoutLast = parts.slice(0, -1).reduce((sum, part) => sum + part, 0);
    expect(squaredDistance(space, 1, 2)).toBeCloseTo((withoutLast * 7) / 6, 12);
  });

  it('is infinite when too few features are known of both', () => {
    expect(squaredDistance(space, 0, 3)).toBe(Number.POSITIVE_INFINITY);
    expect(nearestByScan(space, 0, 9).map(({ row }) => row)).not.toContain(3);
  });

  it('has no place on a log scale for a school without pupils', () => {
    expect(isComplete(space, 4)).toBe(false);
  });

  it('is one between schools that differ by a standard deviation in everything', () => {
    const spread = featureSpace('primary', policy, [
      { urn: 1, figures: [Math.exp(4), 10, 0, 0, 0, 0] },
      { urn: 2, figures: [Math.exp(6), 30, 4, 2, 4, 0.2] },
    ]);
    // Each of the two lies one deviation from the mean, so two apart: 4 squared.
    expect(squaredDistance(spread, 0, 1)).toBeCloseTo(4, 12);
  });
});
