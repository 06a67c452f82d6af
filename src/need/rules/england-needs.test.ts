import { describe, expect, it } from 'vitest';
import { areaRows, countsOfEngland, NEED_SORTS, sortAreas } from './england-needs.ts';

const areas = [
  { laCode: 821, laName: 'Luton', counts: { A: 46, B: 4, C: 5, D: 4 } },
  { laCode: 332, laName: 'Dudley', counts: { A: 68, B: 6, C: 15, D: 8 } },
  { laCode: 801, laName: 'Bristol, City of', counts: { A: 95, B: 10, C: 15, D: 6 } },
];
const rows = areaRows(areas, ['C', 'D']);
const names = (sort: (typeof NEED_SORTS)[number], direction: 'asc' | 'desc') =>
  sortAreas(rows, sort, direction).map(({ laName }) => laName);

describe('the areas of England', () => {
  it('have their schools added up, and the share that is offered a leader', () => {
    expect(rows[0]).toMatchObject({ schools: 59, first: 9 });
    expect(rows[0]?.share).toBeCloseTo(15.25, 2);
    expect(countsOfEngland(areas)).toEqual({ A: 209, B: 20, C: 35, D: 18 });
  });

  it('are put in the order of a column, level ones by name', () => {
    expect(names('share', 'desc')).toEqual(['Dudley', 'Bristol, City of', 'Luton']);
    expect(names('D', 'asc')).toEqual(['Luton', 'Bristol, City of', 'Dudley']);
    expect(names('C', 'asc')).toEqual(['Luton', 'Bristol, City of', 'Dudley']);
    expect(names('C', 'desc')).toEqual(['Bristol, City of', 'Dudley', 'Luton']);
    expect(names('name', 'desc')).toEqual(['Luton', 'Dudley', 'Bristol, City of']);
  });

  it.each(NEED_SORTS)('are all kept in the order of %s, which can be turned round', (sort) => {
    for (const direction of ['asc', 'desc'] as const) {
      expect(names(sort, direction).toSorted()).toEqual(['Bristol, City of', 'Dudley', 'Luton']);
    }
    expect(names(sort, 'asc')).not.toEqual(names(sort, 'desc'));
  });
});
