import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Average } from './averages.ts';
import { bandOf, englandRows, fifths, measuresOf } from './england-table.ts';
import { type NationalFrame, NOT_INSPECTED } from './national-frame.ts';

const area = (laCode: number, name: string, primary: number) => ({
  laCode,
  name,
  region: 'East of England',
  schools: { primary, secondary: 1 },
  source: { importId: 1, line: 2 },
});
const means: Record<number, Average> = {
  821: { value: 61, schools: 32, weighted: true, weight: 1900 },
  881: { value: 68, schools: 326, weighted: true, weight: 15000 },
};
const frame: NationalFrame = {
  asAt: '2022-07-06',
  areas: [area(881, 'Essex', 448), area(821, 'Luton', 46), area(420, 'Isles of Scilly', 0), area(822, 'Bedford', 40)],
  average: (place, _phase, measure) => (measure === 'ks2_rwm_expected' ? means[Number(place)] : undefined),
  newestYear: () => 2017,
  deprivation: () => undefined,
  inspected: (place) => ({
    ...NOT_INSPECTED,
    graded: place === 822 ? 0 : 10,
    goodOrOutstanding: place === 881 ? 9 : 8,
  }),
  files: new Map(),
};
const years = new Map([['ks2_rwm_expected', 2017]] as const);
const names = (sort: Parameters<typeof englandRows>[3], direction: 'asc' | 'desc') =>
  englandRows(frame, 'primary', years, sort, direction).map(({ area: { name } }) => name);

describe('the national table', () => {
  it('has the areas with schools of the phase', () => {
    expect(names('name', 'asc')).toEqual(['Bedford', 'Essex', 'Luton']);
  });

  it('is put in order by a mean, areas without one last', () => {
    expect(names('ks2_rwm_expected', 'desc')).toEqual(['Essex', 'Luton', 'Bedford']);
    expect(names('ks2_rwm_expected', 'asc')).toEqual(['Luton', 'Essex', 'Bedford']);
    expect(names('good', 'asc')).toEqual(['Luton', 'Essex', 'Bedford']);
  });

  it('leaves out the results of the other phase', () => {
    expect(measuresOf('primary')).not.toContain('ks4_progress8');
    expect(measuresOf('secondary')).not.toContain('ks2_rwm_expected');
  });
});

describe('fifths', () => {
  it('hold as nearly as can be the same number of values', () => {
    const values = Array.from({ length: 151 }, (_, i) => i);
    const limits = fifths(values);
    const counts = [0, 1, 2, 3, 4].map((band) => values.filter((value) => bandOf(value, limits) === band).length);
    expect(counts).toEqual([31, 30, 30, 30, 30]);
  });

  it('put every value in a band, higher values never in a lower one', () => {
    const many = fc.array(fc.double({ noNaN: true, min: -50, max: 50 }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(many, (values) => {
        const limits = fifths(values);
        const bands = values.toSorted((a, b) => a - b).map((value) => bandOf(value, limits));
        expect(bands).toEqual(bands.toSorted((a, b) => a - b));
        expect(Math.max(...bands)).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('are not made of fewer than five values', () => {
    expect(fifths([1, 2, 3, 4])).toEqual([]);
  });
});
