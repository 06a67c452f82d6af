import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halves, type RoadBatch, roadBatches } from './road-batches.ts';
import { roadKey, type RoadPair } from './road-times.ts';

const place = fc.record({
  easting: fc.integer({ min: 500, max: 530 }).map((km) => km * 1000),
  northing: fc.integer({ min: 200, max: 230 }).map((km) => km * 1000),
});
const pairs = fc.array(fc.record({ from: place, to: place }), { maxLength: 300 });
const limits = fc.record({
  mostPlaces: fc.integer({ min: 2, max: 30 }),
  mostJourneys: fc.integer({ min: 1, max: 200 }),
});

const asked = ({ sources, targets, wanted }: RoadBatch): string[] =>
  wanted.map(([source, target]) => roadKey(sources[source]!, targets[target]!));
const keys = (given: readonly RoadPair[]) => [...new Set(given.map(({ from, to }) => roadKey(from, to)))].toSorted();

describe('questions to a road service', () => {
  it('ask every pair once, within the limits', () => {
    fc.assert(
      fc.property(pairs, limits, (given, most) => {
        const batches = roadBatches(given, most);
        expect(batches.flatMap(asked).toSorted()).toEqual(keys(given));
        for (const { sources, targets } of batches) {
          expect(sources.length + targets.length).toBeLessThanOrEqual(most.mostPlaces);
          expect(sources.length * targets.length).toBeLessThanOrEqual(most.mostJourneys);
        }
      }),
      { seed: 6 },
    );
  });

  it('fall into two that ask the same, down to one pair', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        for (const batch of roadBatches(given, { mostPlaces: 20, mostJourneys: 100 })) {
          const parts = halves(batch);
          expect(parts === null).toBe(batch.wanted.length === 1);
          const sizes = parts?.map(({ wanted }) => wanted.length) ?? [1];
          expect(Math.min(...sizes)).toBeGreaterThan(0);
          expect((parts ?? [batch]).flatMap(asked).toSorted()).toEqual(asked(batch).toSorted());
        }
      }),
      { seed: 6 },
    );
  });

  it('put neighbours together', () => {
    const homes = Array.from({ length: 40 }, (_, k) => ({ easting: 500_000 + k * 100, northing: 200_000 }));
    const schools = Array.from({ length: 30 }, (_, k) => ({ easting: 501_000 + k * 100, northing: 201_000 }));
    const all = schools.flatMap((to) => homes.map((from) => ({ from, to })));
    expect(roadBatches(all, { mostPlaces: 100, mostJourneys: 2500 })).toHaveLength(1);
  });
});
