import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaNamed, authorityNote, type NamedArea } from './area-named.ts';
import { historyOn } from './authority-changes.ts';

const AREAS: NamedArea[] = [
  { code: 821, name: 'Luton' },
  { code: 801, name: 'Bristol, City of' },
  { code: 884, name: 'Herefordshire, County of' },
  { code: 839, name: 'Bournemouth, Christchurch and Poole' },
  { code: 318, name: 'Richmond upon Thames' },
  { code: 808, name: 'Stockton-on-Tees' },
  { code: 882, name: 'Southend-on-Sea' },
];

const codeOf = (text: string) => {
  const found = areaNamed(AREAS, text);
  return found.ok ? found.area.code : found.reason;
};

const changes = [
  { from: { code: 837, name: 'Bournemouth' }, to: [{ code: 839, name: 'Bournemouth, Christchurch and Poole' }] },
  {
    from: { code: 928, name: 'Northamptonshire' },
    to: [
      { code: 940, name: 'North Northamptonshire' },
      { code: 941, name: 'West Northamptonshire' },
    ],
  },
  {
    from: { code: 909, name: 'Cumbria' },
    to: [
      { code: 942, name: 'Cumberland' },
      { code: 943, name: 'Westmorland and Furness' },
    ],
  },
].map((change) => ({ ...change, on: change.from.code === 909 ? '2023-04-01' : '2021-04-01', source: 'test' }));
const history = historyOn(changes, '2022-07-06');

describe('an authority that others followed', () => {
  it.each(['837', 'bournemouth'])('is read as the only one: %s', (text) => {
    expect(areaNamed(AREAS, text, history)).toMatchObject({ ok: true, area: { code: 839 } });
  });

  it.each(['928', 'Northamptonshire'])('is refused with those that came of it: %s', (text) => {
    expect(areaNamed(AREAS, text, history)).toEqual({
      ok: false,
      reason:
        'Northamptonshire (928) ended on 1 April 2021. Its schools are now in North Northamptonshire (940) and West Northamptonshire (941).',
    });
  });
});

describe('an authority that has not begun', () => {
  it.each(['942', 'cumberland'])('is refused with the day and where its schools are: %s', (text) => {
    expect(areaNamed(AREAS, text, history)).toEqual({
      ok: false,
      reason:
        'Cumberland (942) began on 1 April 2023, after the day of the register held here. Its schools are still in Cumbria (909).',
    });
  });

  it('is told by a note, and an authority that stands is not', () => {
    expect(authorityNote('837', history)?.words).toMatch(/^Bournemouth \(837\) ended on 1 April 2021/);
    expect(authorityNote('Cumbria', history)).toBeNull();
    expect(authorityNote('', history)).toBeNull();
  });
});

describe('naming an area', () => {
  it.each([
    ['821', 821],
    [' luton ', 821],
    ['LUTON', 821],
    ['Bristol', 801],
    ['City of Bristol', 801],
    ['Bristol, City of', 801],
    ['Herefordshire', 884],
    ['stockton on tees', 808],
    ['Bournemouth Christchurch & Poole', 839],
  ])('takes %j', (text, code) => expect(codeOf(text)).toBe(code));

  it.each([
    ['Lutn', 'There is no local authority called "Lutn". Did you mean Luton (821)?'],
    ['Richmond', 'There is no local authority called "Richmond". Did you mean Richmond upon Thames (318)?'],
    ['poole', 'There is no local authority called "poole". Did you mean Bournemouth, Christchurch and Poole (839)?'],
    [
      'bornemouth',
      'There is no local authority called "bornemouth". Did you mean Bournemouth, Christchurch and Poole (839)?',
    ],
    ['999', 'No local authority has the code 999. Give its name or its three-digit code, for example Luton or 821.'],
    [
      'Atlantis',
      'There is no local authority called "Atlantis". Give its name or its three-digit code, for example Luton or 821.',
    ],
    ['  ', 'Say which area. Give its name or its three-digit code, for example Luton or 821.'],
  ])('refuses %j with the mend', (text, reason) => expect(codeOf(text)).toBe(reason));

  it('finds every area by its code and by its own name, and answers any other text in one line', () => {
    for (const area of AREAS) {
      expect(codeOf(String(area.code))).toBe(area.code);
      expect(codeOf(area.name)).toBe(area.code);
    }
    fc.assert(fc.property(fc.string(), (text) => !String(codeOf(text)).includes('\n')));
  });
});
