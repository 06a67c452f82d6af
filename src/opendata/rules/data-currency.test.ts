import { describe, expect, it } from 'vitest';
import { policyById } from '../../policies.ts';
import { publicationCalendarKind } from '../schema/publication-calendar.ts';
import { currencyOf, type HeldFile } from './data-currency.ts';

const { datasets: calendar } = policyById(publicationCalendarKind, 'publication-calendar');

function file(change: Partial<HeldFile>): HeldFile {
  return {
    id: 1,
    dataset: 'ks4',
    year: 2017,
    stage: 'final',
    asAt: '2018-08-31',
    rowsLoaded: 10,
    loadedAt: new Date('2026-01-02'),
    ...change,
  };
}

function ofOne(files: HeldFile[], today: string) {
  const [only] = currencyOf(files, calendar, today);
  return only!;
}

describe('the years of a dataset', () => {
  it('are held at their furthest stage, and the newest file is of the newest year and stage', () => {
    const files = [
      file({ id: 1, year: 2017, stage: 'provisional' }),
      file({ id: 2, year: 2017 }),
      file({ id: 3, year: 2018, stage: 'provisional', loadedAt: new Date('2026-03-04') }),
    ];
    expect(ofOne(files, '2019-11-01')).toMatchObject({
      years: [
        { year: 2017, stage: 'final' },
        { year: 2018, stage: 'provisional' },
      ],
      newest: { id: 3 },
      rowsLoaded: 30,
      lastLoadedAt: new Date('2026-03-04'),
    });
  });

  it('are missing from the month after their first release, and not when nothing was published of them', () => {
    const files = [file({ year: 2018 })];
    expect(ofOne(files, '2022-10-31')).toMatchObject({ missing: [], without: [{ year: 2019 }, { year: 2020 }] });
    expect(ofOne(files, '2022-11-01').missing).toEqual([2021]);
  });

  it('are superseded when a later stage is out', () => {
    const files = [file({ year: 2021, stage: 'provisional' })];
    expect(ofOne(files, '2023-02-20').superseded).toEqual([]);
    expect(ofOne(files, '2023-03-01').superseded).toEqual([
      { year: 2021, held: 'provisional', published: 'revised', month: '2023-02' },
    ]);
    expect(ofOne(files, '2023-06-01').superseded[0]?.published).toBe('final');
  });
});

describe('the next issue', () => {
  it('is the later stage of a year, then the first of the next year that has any', () => {
    expect(ofOne([file({ year: 2021, stage: 'provisional' })], '2022-12-01').next).toEqual({
      kind: 'due',
      month: '2023-02',
      past: false,
      year: 2021,
      stage: 'revised',
    });
    expect(ofOne([file({ year: 2018 })], '2026-11-22').next).toMatchObject({
      month: '2022-10',
      past: true,
      year: 2021,
    });
  });

  it('of monthly information comes the month after the next month ends', () => {
    const inspections = file({ dataset: 'ofsted-mi', year: null, stage: 'register', asAt: '2022-11-30' });
    expect(ofOne([inspections], '2023-01-15').next).toMatchObject({ month: '2023-01', past: false });
    expect(ofOne([inspections], '2023-02-01').next).toMatchObject({ month: '2023-01', past: true });
  });

  it('of a nightly extract is told by its age, and never in the future', () => {
    const register = file({ dataset: 'gias-mainstream', year: null, stage: 'register', asAt: '2022-07-06' });
    expect(ofOne([register], '2022-07-16').next).toEqual({ kind: 'daily', daysOld: 10 });
    expect(ofOne([register], '2022-07-01').next).toEqual({ kind: 'daily', daysOld: 0 });
  });

  it('of what is published once is what followed it, or nothing', () => {
    const indices = file({ dataset: 'iod2019-by-school-postcode', year: null, asAt: '2019-09-26' });
    expect(ofOne([indices], '2022-07-06').next).toMatchObject({ kind: 'followed', month: '2025-10', past: false });
    const history = file({ dataset: 'ofsted-inspection-history', year: null, stage: 'register' });
    expect(ofOne([history], '2022-07-06').next.kind).toBe('none');
  });

  it('is not known where the calendar says nothing', () => {
    expect(currencyOf([file({})], [], '2022-07-06')[0]).toMatchObject({ next: { kind: 'unknown' }, missing: [] });
  });
});
