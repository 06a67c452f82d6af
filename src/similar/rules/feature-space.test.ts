import { describe, expect, it } from 'vitest';
import { squaredDistance } from './distance.ts';
import { featureSpace } from './feature-space.ts';
import type { FeatureScale, SimilarFeature } from './similar-policy.ts';

function feature(scale: FeatureScale, weight: number, change: Partial<SimilarFeature> = {}): SimilarFeature {
  return { figure: 'roll', year: 2021, label: 'Roll', transform: 'none', scale, weight, source: 'a test', ...change };
}

function spaceOf(features: SimilarFeature[], rows: (number | null)[][]) {
  const schools = rows.map((figures, i) => ({ urn: 100_001 + i, figures }));
  return featureSpace('primary', { features, fewestSharedFeatures: 1 }, schools);
}

describe('the scale of a feature', () => {
  it('by range gives the distance of the Department’s financial comparators', () => {
    // Differences of a quarter, a half and the whole of each range.
    const space = spaceOf(
      [feature('range', 0.5), feature('range', 0.4), feature('range', 0.1)],
      [
        [100, 10, 5],
        [200, 30, 25],
        [500, 50, 15],
      ],
    );
    const expected = Math.sqrt(0.5 * 0.25 ** 2 + 0.4 * 0.5 ** 2 + 0.1 * 1 ** 2);
    expect(Math.sqrt(squaredDistance(space, 0, 1))).toBeCloseTo(expected, 12);
  });

  it('by a fixed unit does not depend on which schools are compared', () => {
    const features = [feature({ unit: 50 }, 0.25), feature({ unit: 2 }, 0.75)];
    const rows = [
      [100, 1],
      [150, 4],
    ];
    const alone = squaredDistance(spaceOf(features, rows), 0, 1);
    expect(alone).toBeCloseTo(0.25 * 1 ** 2 + 0.75 * 1.5 ** 2, 12);
    expect(squaredDistance(spaceOf(features, [...rows, [9000, 700]]), 0, 1)).toBeCloseTo(alone, 9);
  });

  it('by standard deviation puts one deviation at one', () => {
    const space = spaceOf([feature('standard deviation', 3)], [[0], [10], [0], [10]]);
    expect(squaredDistance(space, 0, 1)).toBeCloseTo(4, 12);
  });

  it('leaves what is missing out of the range', () => {
    const space = spaceOf(
      [feature('range', 1), feature('range', 1)],
      [
        [0, 1],
        [null, 2],
        [10, 3],
      ],
    );
    expect(squaredDistance(space, 0, 2)).toBeCloseTo(1, 12);
    expect(squaredDistance(space, 0, 1)).toBeCloseTo(0.25, 12);
  });
});
