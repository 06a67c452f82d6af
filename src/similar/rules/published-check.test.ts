import { describe, expect, it } from 'vitest';
import { featureSpace } from './feature-space.ts';
import { compareLists, spearman } from './published-check.ts';

const feature = { figure: 'roll', year: 2021, label: 'Roll', transform: 'none', weight: 1, source: 'a test' } as const;
const space = featureSpace(
  'primary',
  { features: [{ ...feature, scale: { unit: 10 } }], fewestSharedFeatures: 1 },
  [100, 110, 130, 160, 200, 250].map((roll, i) => ({ urn: 1 + i, figures: [roll] })),
);

describe('published lists beside those of a set', () => {
  it('that the set gives back share every neighbour, its order and its distance', () => {
    const list = { urn: 1, neighbours: [2, 3, 4].map((urn, i) => ({ urn, distance: [1, 3, 6][i]! })) };
    const compared = compareLists(space, [list]);
    expect(compared).toMatchObject({ lists: 1, comparedLists: 1, neighbours: 3, comparable: 3, shared: 3 });
    expect(compared.rankCorrelation).toBeCloseTo(1, 12);
    expect(compared.distanceError!.most).toBeLessThan(1e-12);
  });

  it('are measured on the neighbours that the set has', () => {
    const far = {
      urn: 1,
      neighbours: [
        { urn: 6, distance: 15.5 },
        { urn: 2, distance: null },
        { urn: 99, distance: 1 },
      ],
    };
    const compared = compareLists(space, [far, { urn: 77, neighbours: [{ urn: 1, distance: 1 }] }]);
    expect(compared).toMatchObject({ lists: 2, comparedLists: 1, neighbours: 3, comparable: 2, shared: 1 });
    expect(compared).toMatchObject({ rankCorrelation: null, distanceError: { median: 0.5, most: 0.5 } });
  });
});

describe('Spearman’s rank correlation', () => {
  it('looks at order alone, with ties by their mean rank', () => {
    expect(spearman([1, 2, 3, 4], [10, 100, 1000, 10_000])).toBeCloseTo(1, 12);
    expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(spearman([1, 2, 2, 4], [1, 3, 2, 4])).toBeCloseTo(0.948683, 5);
    expect(spearman([1, 2], [1, 2])).toBeNull();
    expect(spearman([1, 1, 1], [1, 2, 3])).toBeNull();
  });
});
