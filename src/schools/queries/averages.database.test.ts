import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database/harness.ts';
import {
  addArea,
  addFigures,
  addImport,
  addInspection,
  addMeasures,
  addSchool,
} from '../../../test/factories/register.ts';
import { type NationalFrame, NOT_INSPECTED } from '../rules/national-frame.ts';
import { areaProfileRoutes } from '../routes/area-profile.tsx';
import { areaProfile } from './area-profile.ts';
import { nationalFrame } from './national-frame.ts';

const database = testDatabase();
let frame: NationalFrame;

beforeAll(async () => {
  const { db } = database;
  const register = await addImport(db);
  await addMeasures(db);
  await addArea(db, register, 821, 'Luton');
  await addArea(db, register, 881, 'Essex');
  const school = (urn: number, change: object) => addSchool(db, { urn, import_id: register, ...change });
  await school(100_001, {});
  await school(100_002, {});
  await school(100_003, {});
  await school(100_004, { la_code: 881, la_name: 'Essex' });
  await school(100_005, { phase: 'Secondary' });
  await school(100_006, { mainstream: false, type_group: 'Special schools' });
  const figures = (urn: number, of: Parameters<typeof addFigures>[3]) => addFigures(db, register, urn, of);
  await figures(100_001, { 'ks2_rwm_expected:2017': 80, 'ks2_pupils:2017': 30, 'ks2_reading_progress:2018': 2 });
  await figures(100_002, { 'ks2_rwm_expected:2017': 50, 'ks2_pupils:2017': 10, 'ks2_reading_progress:2018': -1 });
  // No number of pupils, so this one is not in the mean; suppressed, so neither is the next.
  await figures(100_003, { 'ks2_rwm_expected:2017': 10, 'fsm6_percent:2021': 20, 'roll:2021': 100 });
  await figures(100_004, { 'ks2_rwm_expected:2017': 'SUPP', 'ks2_pupils:2017': 'SUPP' });
  await figures(100_005, { 'fsm6_percent:2021': 60, 'roll:2021': 900 });
  await figures(100_006, { 'ks2_rwm_expected:2017': 5, 'ks2_pupils:2017': 90 });
  await addInspection(db, register, 100_001, '2015-01-01', 'Inadequate');
  await addInspection(db, register, 100_001, '2019-01-01', 'Good');
  await addInspection(db, register, 100_002, '2019-01-01', 'Requires improvement');
  await addInspection(db, register, 100_002, '2022-11-01', 'Good');
  frame = await nationalFrame(db);
});

describe('means', () => {
  it('weigh each school by its pupils, and count the schools behind them', () => {
    const luton = frame.average(821, 'primary', 'ks2_rwm_expected', 2017);
    expect(luton).toMatchObject({ value: (80 * 30 + 50 * 10) / 40, schools: 2, weighted: true, weight: 40 });
  });

  it('count each school once where no number of pupils is known', () => {
    expect(frame.average(821, 'primary', 'ks2_reading_progress', 2018)).toMatchObject({
      value: 0.5,
      schools: 2,
      weighted: false,
    });
  });

  it('leave out schools that are not mainstream', () => {
    expect(frame.average('England', 'primary', 'ks2_rwm_expected', 2017)).toMatchObject({ value: 72.5, schools: 2 });
  });

  it('of context are of schools of one phase', () => {
    expect(frame.average(821, 'primary', 'fsm6_percent', 2021)).toMatchObject({ value: 20, schools: 1 });
    expect(frame.average(821, 'secondary', 'fsm6_percent', 2021)).toMatchObject({ value: 60, schools: 1 });
  });

  it('are missing, not zero, where no school has a number', () => {
    expect(frame.average(881, 'primary', 'ks2_rwm_expected', 2017)).toBeUndefined();
    expect(frame.newestYear('ks4_progress8')).toBeNull();
    expect(frame.newestYear('ks2_reading_progress')).toBe(2018);
  });
});

describe('the frame', () => {
  it('counts the schools of each area by phase', () => {
    expect(frame.areas.map(({ name, schools }) => [name, schools])).toEqual([
      ['Essex', { primary: 1, secondary: 0 }],
      ['Luton', { primary: 3, secondary: 1 }],
    ]);
  });

  it('counts the latest grade of each school up to the day of the register', () => {
    expect(frame.asAt).toBe('2022-07-06');
    expect(frame.inspected(821, 'primary')).toEqual({ ...NOT_INSPECTED, graded: 2, goodOrOutstanding: 1 });
    expect(frame.inspected(881, 'primary')).toEqual(NOT_INSPECTED);
  });

  it('is kept until another file is imported', async () => {
    const { db } = database;
    expect(await nationalFrame(db)).toBe(frame);
    await addImport(db, 'gias-links');
    expect(await nationalFrame(db)).not.toBe(frame);
  });
});

describe('the profile of an area', () => {
  it('works out means of groups as the means of areas are, and counts grades as they stood each year', async () => {
    const { db } = database;
    const luton = frame.areas.find(({ laCode }) => laCode === 821)!;
    const profile = await areaProfile(db, luton);
    const rwm = profile.sections.flatMap(({ rows }) => rows).find(({ measure }) => measure === 'ks2_rwm_expected');
    expect(rwm?.years).toMatchObject([{ year: 2017, area: { value: 72.5 }, neighbours: null }]);
    const inPrimary = profile.byPhase[0]?.means.get('ks2_rwm_expected');
    expect(inPrimary).toEqual({ value: 72.5, schools: 2, weighted: true, weight: 40 });
    expect(profile.takes[0]).toMatchObject({ measure: 'ks2_rwm_expected', schools: 2, fewest: 0 });
    expect(profile.grades.area.map(({ day, graded, goodOrOutstanding }) => [day, graded, goodOrOutstanding])).toEqual([
      ['2016-08-31', 1, 0],
      ['2017-08-31', 1, 0],
      ['2018-08-31', 1, 0],
      ['2019-08-31', 2, 1],
      ['2020-08-31', 2, 1],
      ['2021-08-31', 2, 1],
      [frame.asAt, 2, 1],
    ]);
  });

  it('is a page, a sheet and a file', async () => {
    const app = areaProfileRoutes({ db: database.db });
    const read = async (path: string) => (await app.request(path)).text();
    expect(await read('/areas/821/profile')).toContain('What it would take to pass England');
    expect(await read('/areas/821/profile/summary')).toContain('Luton at a glance');
    expect(await read('/areas/821/profile.csv')).toContain('2017-18,72.5,40,72.5');
  });
});
