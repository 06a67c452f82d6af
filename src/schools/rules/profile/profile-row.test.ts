import { describe, expect, it } from 'vitest';
import type { Average } from '../averages.ts';
import type { AreaSummary } from '../national-frame.ts';
import { profileRow } from './profile-row.ts';
import { differenceText, moveWords, rankWords } from './profile-words.ts';

const mean = (value: number, weight: number): Average => ({ value, weight, schools: 1, weighted: true });
const area = (laCode: number): AreaSummary => ({
  laCode,
  name: String(laCode),
  region: 'Here',
  schools: { primary: 1, secondary: 1 },
  source: { importId: 1, line: laCode },
});

/** Figures of areas by `code:year`; England's by `England:year`. */
function frameOf(figures: Record<string, Average>, newest: number | null = 2018) {
  return {
    areas: [801, 802, 803, 804, 805].map(area),
    average: (place: number | 'England', _phase: unknown, _measure: unknown, year: number) =>
      figures[`${place}:${year}`],
    newestYear: () => newest,
  };
}

const figures = {
  'England:2017': mean(60, 500),
  'England:2018': mean(64, 500),
  '801:2017': mean(50, 100),
  '801:2018': mean(60, 100),
  '802:2017': mean(55, 300),
  '802:2018': mean(70, 300),
  '803:2018': mean(60, 50),
  '804:2018': mean(90, 50),
};
const beside = { laCode: 801, region: [801, 802, 805], neighbours: [802, 804, 805] };
const rwm = { measure: 'ks2_rwm_expected', phase: 'primary' } as const;

function rankOn(measure: 'persistent_absence' | 'fsm6_percent') {
  return profileRow(frameOf(figures), beside, { measure, phase: 'primary' }, 6)!.rank;
}

describe('a measure of an area over the years', () => {
  const row = profileRow(frameOf(figures), beside, rwm, 6)!;

  it('has the years that England has, oldest first', () => {
    expect(row.years.map(({ year }) => year)).toEqual([2017, 2018]);
  });

  it('counts the areas of the region by their pupils, and each neighbour once; those without a figure not at all', () => {
    expect(row.years[1]).toMatchObject({
      region: { value: (60 * 100 + 70 * 300) / 400, areas: 2 },
      neighbours: { value: (70 + 90) / 2, areas: 2 },
    });
  });

  it('ranks the area among those with a figure, in the newest year and in the one before', () => {
    expect(row.rank).toEqual({ place: 3, of: 4, shared: 1 });
    expect(row.rankBefore).toEqual({ place: 2, of: 2, shared: 0, year: 2017 });
  });

  it('turns the order round where less is better, and ranks nothing where neither is', () => {
    expect(rankOn('persistent_absence')).toEqual({ place: 1, of: 4, shared: 1 });
    expect(rankOn('fsm6_percent')).toBeNull();
  });

  it('says where half of the areas lie', () => {
    expect(row.middleHalf).toEqual([60, 75]);
  });

  it('keeps an area without figures without a place, and is null where England has none', () => {
    const none = profileRow(frameOf(figures), { ...beside, laCode: 805 }, rwm, 6)!;
    expect(none).toMatchObject({ rank: null, rankBefore: null, middleHalf: null });
    expect(profileRow(frameOf(figures, null), beside, rwm, 6)).toBeNull();
  });
});

describe('the words of a profile', () => {
  it.each([
    [{ place: 1, of: 151, shared: 0 }, '1st of 151'],
    [{ place: 2, of: 151, shared: 1 }, 'joint 2nd of 151'],
    [{ place: 12, of: 151, shared: 0 }, '12th of 151'],
    [{ place: 103, of: 151, shared: 0 }, '103rd of 151'],
    [{ place: 111, of: 151, shared: 0 }, '111th of 151'],
  ])('%o: %s', (rank, words) => {
    expect(rankWords(rank)).toBe(words);
  });

  it('tell a move with the year it is since', () => {
    const before = { place: 12, of: 151, shared: 0, year: 2016 };
    expect(moveWords({ place: 3, of: 151, shared: 0 }, before)).toBe('up 9 places since 2016-17');
    expect(moveWords({ place: 13, of: 151, shared: 0 }, before)).toBe('down 1 place since 2016-17');
    expect(moveWords({ place: 12, of: 151, shared: 0 }, before)).toBe('as in 2016-17');
  });

  it('write a difference with its sign and unit', () => {
    expect(differenceText(4.04, 'ks2_rwm_expected')).toBe('+4.0 percentage points');
    expect(differenceText(-0.117, 'ks4_progress8')).toBe('−0.12 points');
    expect(differenceText(-0.001, 'ks4_progress8')).toBe('0.00 points');
  });
});
