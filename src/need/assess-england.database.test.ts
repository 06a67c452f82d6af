import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { actingAs, granted } from '../../test/factories/granted.ts';
import { memberIn, organisationIn } from '../../test/factories/people.ts';
import { addFigures, addImport, addInspection, addMeasures, addSchool } from '../../test/factories/register.ts';
import { assessEngland } from './commands.ts';
import { areaNeedForOperator, readEnglandNeed, schoolNeedForOperator } from './policy.ts';
import { latestRun, needOf, needOfArea, needOfSchool, needPackAsAt } from './queries.ts';
import { nationalCounts, needOfEngland } from './queries/england-need.ts';

const AS_AT = '2022-07-06';
const database = testDatabase();
const pack = needPackAsAt(AS_AT);
let register: number;
let results: number;
let broker: Awaited<ReturnType<typeof aBroker>>;

beforeAll(async () => {
  const { db } = database;
  register = await addImport(db);
  broker = await aBroker();
  results = await addImport(db, 'ks2', { year: 2017, stage: 'final' });
  await addMeasures(db);
  // Forty plain schools, so that there is a country to fit a prior to and to compare with.
  for (let i = 0; i < 40; i += 1) {
    const urn = 110_000 + i;
    await addSchool(db, { urn, import_id: register, la_code: 332, la_name: 'Dudley' });
    await addFigures(db, results, urn, {
      'ks2_rwm_expected:2017': 50 + i,
      'ks2_pupils:2017': 30,
      'persistent_absence:2018': 5 + i / 4,
    });
  }
  await addSchool(db, { urn: 100_001, import_id: register, name: 'Low School' });
  await addFigures(db, results, 100_001, {
    'ks2_rwm_expected:2017': 30,
    'ks2_pupils:2017': 60,
    'ks2_reading_progress:2017': -6,
    'ks2_writing_progress:2017': 0,
    'ks2_maths_progress:2017': -1,
    'persistent_absence:2018': 'SUPP',
  });
  await addSchool(db, { urn: 100_002, import_id: register, name: 'Judged School', type_group: 'Academies' });
  await addInspection(db, register, 100_002, '2021-11-10', 'Inadequate');
  await addInspection(db, register, 100_002, '2022-08-01', 'Good');
  await addSchool(db, { urn: 100_003, import_id: register, name: 'Unknown School' });
  await addSchool(db, {
    urn: 100_004,
    import_id: register,
    name: 'Closed School',
    mainstream: false,
    status: 'Closed',
  });
});

async function aBroker() {
  const dudley = await organisationIn(database.db, 'local authority', 332);
  const member = await memberIn(database.db, dudley, 'broker');
  return granted(readEnglandNeed, actingAs(member, dudley, 'broker'), { kind: 'site' });
}

describe('before anything is assessed', () => {
  it('there is nothing to read', async () => {
    expect(await latestRun(database.db)).toBeNull();
    expect(await needOfSchool(database.site.db, schoolNeedForOperator, 100_001)).toBeNull();
    expect(await needOfArea(database.site.db, areaNeedForOperator(821), 821)).toEqual([]);
    expect(await needOfEngland(database.site.db, broker)).toEqual([]);
    expect(await nationalCounts(database.site.db)).toEqual({ A: 0, B: 0, C: 0, D: 0 });
  });
});

describe('England assessed', () => {
  it('puts every open mainstream school in a category', async () => {
    const counts = await assessEngland(database.db, pack, AS_AT);
    expect(counts.A + counts.B + counts.C + counts.D).toBe(43);
    expect(counts).toMatchObject({ C: 1, D: 1 });
  });

  it('gives an area in the order of help, each school with its reasons and their source', async () => {
    const needs = await needOfArea(database.site.db, areaNeedForOperator(821), 821);
    expect(needs.map(({ name, category, academy }) => [name, category, academy])).toEqual([
      ['Judged School', 'D', true],
      ['Low School', 'C', false],
      ['Unknown School', 'A', false],
    ]);
    const low = needs[1]!;
    const raised = low.indicators.filter(({ state }) => state === 'raised');
    expect(raised.map(({ code }) => code)).toEqual(['minimum_standard', 'pooled_attainment', 'pooled_progress']);
    expect(raised[0]).toMatchObject({ label: 'Minimum standard', value: 30, source: { importId: results, line: 2 } });
    expect(low.because).toBe('Category C: 36 points, and it begins at 20.');
    expect(low.points).toBe(36);
    expect(low.missing).toContain('persistent_absence');
  });

  it('goes by inspections up to the date only', async () => {
    const judged = await needOfSchool(database.site.db, schoolNeedForOperator, 100_002);
    expect(judged?.because).toBe('Category D: 40 points, and it begins at 40.');
  });

  it('does not take a school of which nothing is known for a good one, and leaves closed ones out', async () => {
    expect((await needOfSchool(database.site.db, schoolNeedForOperator, 100_003))?.because).toContain(
      'not a finding that all is well',
    );
    expect(await needOfSchool(database.site.db, schoolNeedForOperator, 100_004)).toBeNull();
  });

  it('is counted by area', async () => {
    expect(
      (await needOfEngland(database.site.db, broker)).map(({ laName, counts }) => [laName, counts.C + counts.D]),
    ).toEqual([
      ['Dudley', 0],
      ['Luton', 2],
    ]);
    expect(await nationalCounts(database.site.db)).toMatchObject({ C: 1, D: 1 });
    expect(
      (await needOf(database.site.db, schoolNeedForOperator, { categories: ['D'] })).map(({ urn }) => urn),
    ).toEqual([100_002]);
  });

  it('is read only with a scope that is for the schools asked for', async () => {
    await expect(needOfArea(database.site.db, areaNeedForOperator(332), 821)).rejects.toThrow('used for other schools');
    await expect(needOfSchool(database.site.db, areaNeedForOperator(821), 100_001)).rejects.toThrow('other schools');
  });

  it('again replaces what was stored, and another date stands beside it', async () => {
    const stored = async () =>
      Number((await database.pool.query('select count(*) as n from need_assessment')).rows[0].n);
    expect(await stored()).toBe(43);
    await assessEngland(database.db, pack, AS_AT);
    expect(await stored()).toBe(43);
    await assessEngland(database.db, pack, '2022-09-01');
    expect(await stored()).toBe(86);
    expect(await latestRun(database.db)).toEqual({ policyId: 'england-2022-07', asAt: '2022-09-01' });
    expect((await needOfSchool(database.site.db, schoolNeedForOperator, 100_002))?.category).toBe('A');
  });

  it('that fails halfway leaves what was stored before', async () => {
    const failing = { ...pack, policy: { ...pack.policy, categories: [] } };
    await expect(assessEngland(database.db, failing, AS_AT)).rejects.toThrow('england-2022-07.json has no categories');
    const { rows } = await database.pool.query('select count(*) as n from need_assessment where as_at = $1', [AS_AT]);
    expect(Number(rows[0].n)).toBe(43);
  });
});
