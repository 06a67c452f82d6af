import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { inspected, schoolWith } from '../../../test/factories/school-facts.ts';
import { areaTableCsv } from './area-table-csv.ts';
import { type HeadlineYears, headlineYears, isOfOtherPhase, sortSchools } from './area-table.ts';

const years: HeadlineYears = new Map([
  ['roll', 2021],
  ['ks2_rwm_expected', 2017],
  ['ks4_progress8', 2018],
]);
const elm = schoolWith(
  { 'roll:2021': 210, 'ks2_rwm_expected:2017': 'SUPP' },
  { urn: 1, name: 'Elm', trustName: '=Trust' },
);
const ash = schoolWith(
  { 'roll:2021': 90, 'ks2_rwm_expected:2017': 0 },
  { urn: 2, name: 'Ash', inspections: [inspected('2019-05-01', 'Good')] },
);
const oak = schoolWith(
  { 'ks4_progress8:2018': -0.45 },
  {
    urn: 3,
    name: 'Oak',
    phase: 'Secondary',
    phaseGroup: 'secondary',
    inspections: [inspected('2021-11-01', 'Inadequate')],
  },
);
const names = (key: Parameters<typeof sortSchools>[1], direction: 'asc' | 'desc') =>
  sortSchools([oak, elm, ash], key, direction, years).map(({ name }) => name);

describe("an area's table", () => {
  it('is put in order by any column, either way', () => {
    expect(names('name', 'asc')).toEqual(['Ash', 'Elm', 'Oak']);
    expect(names('roll', 'desc')).toEqual(['Elm', 'Ash', 'Oak']);
    expect(names('inspected', 'desc')).toEqual(['Oak', 'Ash', 'Elm']);
    expect(names('phase', 'asc')).toEqual(['Ash', 'Elm', 'Oak']);
  });

  it('has schools without a number last either way, and after a school with zero', () => {
    expect(names('ks2_rwm_expected', 'asc')).toEqual(['Ash', 'Elm', 'Oak']);
    expect(names('ks2_rwm_expected', 'desc')).toEqual(['Ash', 'Elm', 'Oak']);
    expect(names('trust', 'desc')).toEqual(['Elm', 'Ash', 'Oak']);
  });

  it('has only measures that some school has a number for', () => {
    expect([...headlineYears({ newestYear: (measure) => (measure === 'roll' ? 2021 : null) })]).toEqual([
      ['roll', 2021],
    ]);
  });

  it('knows which results are of the other phase', () => {
    expect(isOfOtherPhase({ phase: 'Secondary' }, 'ks2_rwm_expected')).toBe(true);
    expect(isOfOtherPhase({ phase: 'All-through' }, 'ks2_rwm_expected')).toBe(false);
    expect(isOfOtherPhase({ phase: 'Middle deemed secondary' }, 'ks4_progress8')).toBe(true);
    expect(isOfOtherPhase({ phase: 'Primary' }, 'roll')).toBe(false);
  });
});

describe('the same table as CSV', () => {
  const rows: Record<string, string>[] = parse(areaTableCsv([elm, ash, oak], years), { bom: true, columns: true });
  const rwm = 'Reaching the expected standard in reading, writing and maths 2017-18 (%)';

  it('has for each figure a number or the reason why there is none, never both or neither', () => {
    expect(rows.map((row) => [row[rwm], row[`${rwm}: why no number`]])).toEqual([
      ['', 'suppressed to protect pupils'],
      ['0', ''],
      ['', 'measured in schools of the other phase only'],
    ]);
    expect(rows[2]?.['Pupils on roll 2021-22: why no number']).toMatch(/^none of the published files/);
  });

  it('holds nothing that a spreadsheet would run', () => {
    expect(rows[0]?.Trust).toBe("'=Trust");
    expect(rows[2]?.['Progress 8 2018-19']).toBe('-0.45');
  });
});
