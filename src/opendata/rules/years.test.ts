import { describe, expect, it } from 'vitest';
import { dateInName, endOfYear, yearInName } from './years.ts';

describe('years and days in file names', () => {
  it.each([
    ['census-2018-2019.csv', 2018],
    ['england_abs 2018-19.csv', 2018],
    ['2021_22_swf.csv', 2021],
    ['ks4-1999-2000.csv', null],
    ['gias-2026-08-21.csv', null],
    ['census-2018-2020.csv', null],
    ['england_census.csv', null],
    ['tables-2021-2022.zip: 2017-2018/census 2018-19.csv', 2018],
    ['tables-2021-2022.zip: 2017-2018/census.csv', 2017],
    ['census-2018-2019.xlsx: Schools', 2018],
  ])('%s is of %s', (name, year) => {
    expect(yearInName(name)).toBe(year);
  });

  it.each([
    ['edubasealldata20220706.csv', '2022-07-06'],
    ['gias-groups-2026-08-21.csv', '2026-08-21'],
    ['gias-mainstream-2022-07.csv', null],
    ['census-2018-2019.csv', null],
    ['extract-2026-08-22.zip: groups20260821.csv', '2026-08-21'],
    ['Management_information_-_latest_inspections_as_at_30_Apr_2026.csv', '2026-04-30'],
    ['state-funded_schools_1_September_2015_to_31_August_2019.csv', '2019-08-31'],
    ['inspections 31-Feb-2026.csv', null],
  ])('%s is as at %s', (name, day) => {
    expect(dateInName(name)).toBe(day);
  });

  it('ends an academic year on 31 August', () => {
    expect(endOfYear(2018)).toBe('2019-08-31');
    expect(endOfYear(2018, '03-31')).toBe('2019-03-31');
  });
});
