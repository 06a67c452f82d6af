import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureSpace } from './feature-space.ts';
import { limitOfShare, placesAmongAll, preferredFirst } from './likeness-order.ts';
import { nearestByScan } from './nearest.ts';

const feature = { figure: 'roll', year: 2021, label: 'Roll', transform: 'none', weight: 1, source: 'a test' } as const;

function spaceOf(rolls: (number | null)[]) {
  const schools = rolls.map((roll, i) => ({ urn: 100_001 + i, figures: [roll] }));
  return featureSpace(
    'primary',
    { features: [{ ...feature, scale: 'standard deviation' }], fewestSharedFeatures: 1 },
    schools,
  );
}

const rolls = fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { freq: 9 }), { minLength: 3, maxLength: 80 });

describe('schools in the order of likeness', () => {
  it('have the place among all that the whole order gives them', () => {
    fc.assert(
      fc.property(rolls, (values) => {
        const space = spaceOf([20, ...values]);
        const found = nearestByScan(space, 0, 5, (row) => row % 3 === 0);
        const order = nearestByScan(space, 0, values.length).map(({ row }) => row);
        expect(placesAmongAll(space, 0, found)).toEqual(found.map(({ row }) => order.indexOf(row) + 1));
      }),
    );
  });

  it('come with those preferred before the others, each part in order', () => {
    const found = [4, 2, 7, 5, 1].map((row, i) => ({ row, squared: i }));
    expect(preferredFirst(found, 4, (row) => row === 5 || row === 7).map(({ row }) => row)).toEqual([7, 5, 4, 2]);
  });

  it('within a share are as many as the share says, without those that cannot be compared', () => {
    const space = spaceOf([10, 11, 12, 13, 14, null]);
    const limit = limitOfShare(space, 0, 0.5);
    expect(nearestByScan(space, 0, 9, () => true).filter(({ squared }) => squared <= limit)).toHaveLength(2);
    expect(limitOfShare(spaceOf([null, 1, 2]), 0, 0.5)).toBe(-1);
  });
});
