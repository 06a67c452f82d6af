import { describe, expect, it } from 'vitest';
import type { DatasetCurrency } from '../../opendata/rules/data-currency.ts';
import { heldText, missingText, newerThanWhat, nextText, yearsText } from './currency-words.ts';

function held(dataset: DatasetCurrency['dataset'], asAt: string): DatasetCurrency {
  return { dataset, newest: { asAt, year: null } } as DatasetCurrency;
}

describe('words on how current the data is', () => {
  it('join years that follow each other', () => {
    expect(yearsText([2015, 2016, 2017, 2020])).toBe('2015-16 to 2017-18, 2020-21');
  });

  it('say which years are held at which stage', () => {
    const years: DatasetCurrency['years'] = [
      { year: 2017, stage: 'final' },
      { year: 2018, stage: 'final' },
      { year: 2021, stage: 'provisional' },
    ];
    expect(heldText({ years })).toBe('2017-18 to 2018-19 (final); 2021-22 (provisional)');
    expect(heldText({ years: [] })).toBeNull();
  });

  it('say what is missing, superseded and never published', () => {
    expect(
      missingText({
        missing: [2016],
        superseded: [{ year: 2021, held: 'provisional', published: 'final', month: '2023-04' }],
        without: [
          { year: 2019, why: 'exams were cancelled' },
          { year: 2020, why: 'exams were cancelled' },
        ],
      }),
    ).toEqual([
      '2016-17: published, not held',
      '2021-22: provisional held, final published in April 2023',
      '2019-20 to 2020-21: exams were cancelled',
    ]);
  });

  it('say when the next issue was or is due', () => {
    const due = { kind: 'due', month: '2022-10', year: 2021, stage: 'provisional' } as const;
    expect(nextText({ next: { ...due, past: true } })).toEqual({
      words: '2021-22 (provisional) was due in October 2022',
      past: true,
    });
    expect(nextText({ next: { ...due, year: null, stage: null, past: false } }).words).toBe(
      'The next is due in October 2022',
    );
    expect(nextText({ next: { kind: 'daily', daysOld: 45 } }).words).toBe(
      'Published every day: this one is 45 days old',
    );
    expect(nextText({ next: { kind: 'daily', daysOld: 1600 } }).words).toMatch(/4 years old$/);
  });

  it('say what is newer than the register, and what pages make of it', () => {
    const beside = { registerAsAt: '2022-07-06', latestInspection: '2022-12-08' };
    expect(
      newerThanWhat([held('gias-groups', '2026-08-21'), held('gias-all-grouplinks', '2022-03-14')], beside),
    ).toEqual([
      'Inspections run to 8 December 2022 and the register of schools is of 6 July 2022: later ones are left out of lists, need and plans.',
      'Members of trusts and federations are as at 14 March 2022 and the register of schools is of 6 July 2022: a school that joined or left in between is shown as it was before.',
      'Trusts, federations and sponsors are as at 21 August 2026 and the register of schools is of 6 July 2022: what happened later is left out.',
    ]);
    expect(newerThanWhat([], { registerAsAt: null, latestInspection: null })).toEqual([]);
  });
});
