import { describe, expect, it } from 'vitest';
import { filterWords, passes, type SchoolFilter, type SchoolTraits } from './school-filter.ts';

const own: SchoolTraits = {
  urn: 100001,
  name: 'Elm',
  laCode: 821,
  laName: 'Luton',
  region: 'East of England',
  phase: 'Secondary',
  typeGroup: 'Academies',
  urban: true,
  faith: 'Church of England',
  sex: 'Girls',
  selective: false,
  trustUid: 7,
  roll: 900,
  easting: 5e5,
  northing: 2e5,
};
const unknown: SchoolTraits = {
  ...own,
  region: null,
  urban: null,
  faith: null,
  sex: null,
  selective: null,
  trustUid: null,
  roll: null,
  easting: null,
};

describe('a filter', () => {
  it.each<[SchoolFilter, Partial<SchoolTraits>, Partial<SchoolTraits>]>([
    [{ within: 5 }, { easting: 505_000 }, { easting: 505_100 }],
    [{ region: 'London' }, { region: 'London' }, {}],
    [{ area: 821 }, {}, { laCode: 822 }],
    [{ kind: 'academy' }, {}, { typeGroup: 'Local authority maintained schools' }],
    [{ place: 'rural' }, { urban: false }, {}],
    [{ faith: 'same' }, {}, { faith: 'Roman Catholic' }],
    [{ faith: 'none' }, { faith: 'Does not apply' }, {}],
    [{ rollFrom: 900 }, {}, { roll: 899 }],
    [{ rollTo: 900 }, {}, { roll: 901 }],
    [{ phase: 'All-through' }, { phase: 'All-through' }, {}],
    [{ sex: 'same' }, {}, { sex: 'Boys' }],
    [{ selective: 'selective' }, { selective: true }, {}],
    [{ trust: 'same' }, {}, { trustUid: 8 }],
  ])('%o lets through who fits and nobody else', (filter, fits, fitsNot) => {
    expect(passes(filter, own, { ...own, ...fits })).toBe(true);
    expect(passes(filter, own, { ...own, ...fitsNot })).toBe(false);
  });

  it.each<SchoolFilter>([
    { within: 500 },
    { region: 'London' },
    { place: 'urban' },
    { faith: 'none' },
    { rollFrom: 1 },
    { rollTo: 9999 },
    { sex: 'same' },
    { selective: 'not selective' },
    { trust: 'same' },
  ])('%o does not let through a school of which it is not known', (filter) => {
    expect(passes(filter, own, unknown)).toBe(false);
  });

  it('without parts lets everybody through, and two without a trust are not in the same one', () => {
    expect(passes({}, own, unknown)).toBe(true);
    expect(passes({ trust: 'same' }, unknown, unknown)).toBe(false);
    expect(passes({ trust: 'other' }, unknown, unknown)).toBe(true);
  });

  it('is written in words', () => {
    expect(
      filterWords({ within: 25, area: 821, rollFrom: 200, rollTo: 1400, trust: 'other' }, { area: 'Luton' }),
    ).toEqual(['within 25 km', 'in Luton', '200 to 1,400 pupils', 'not in the same trust']);
    expect(filterWords({})).toEqual([]);
  });
});
