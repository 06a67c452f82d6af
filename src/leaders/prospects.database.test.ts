import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { addFigures, addImport, addInspection, addMeasures, addSchool } from '../../test/factories/register.ts';
import { findProspects } from './commands.ts';
import { designationPackAsAt, prospectOf, prospectsNear, prospectsOfArea } from './queries.ts';

const AS_AT = '2022-07-06';
const database = testDatabase();
const pack = designationPackAsAt(AS_AT);
const secondary = { phase: 'Secondary' } as const;

beforeAll(async () => {
  const { db } = database;
  const register = await addImport(db);
  const results = await addImport(db, 'ks4', { year: 2018, stage: 'final' });
  await addMeasures(db);
  const place = async (urn: number, name: string, easting: number, progress: number) => {
    await addSchool(db, { urn, import_id: register, name, easting, northing: 222_000, ...secondary });
    await addInspection(db, register, urn, '2018-05-01', 'Good');
    await addFigures(db, results, urn, {
      'ks4_progress8:2015': progress,
      'ks4_progress8:2017': progress,
      'ks4_progress8:2018': progress,
      'ks4_progress8_lower:2017': progress - 0.2,
      'ks4_progress8_upper:2017': progress + 0.2,
      'ks4_progress8_lower:2018': progress - 0.2,
      'ks4_progress8_upper:2018': progress + 0.2,
      'ks4_pupils:2017': 150,
      'roll:2021': 900,
    });
  };
  await place(100_001, 'Near High', 510_000, 0.4);
  await place(100_002, 'Nearest High', 509_500, 0.1);
  await place(100_003, 'Low High', 509_500, -0.8);
  await place(100_004, 'Far High', 540_000, 0.4);
  await addSchool(db, { urn: 100_005, import_id: register, name: 'Unknown Primary' });
});

describe('before the criteria are put', () => {
  it('there is nothing to read', async () => {
    expect(await prospectOf(database.db, 100_001)).toBeNull();
    expect(await prospectsOfArea(database.db, 821)).toEqual([]);
    expect(await prospectsNear(database.db, { easting: 0, northing: 0, km: 1000 })).toEqual([]);
  });
});

describe('prospects', () => {
  it('are found among all open mainstream schools', async () => {
    expect(await findProspects(database.db, pack, AS_AT)).toEqual({ meet: 3, judged: 5 });
  });

  it('are found near a place, nearest first, within the circle', async () => {
    const near = await prospectsNear(database.db, { easting: 509_000, northing: 222_000, km: 10 });
    expect(near.map(({ title, km, daysPerYear }) => [title, km, daysPerYear])).toEqual([
      ['Headteacher, Nearest High: meets the published criteria, not designated', 0.5, 39],
      ['Headteacher, Near High: meets the published criteria, not designated', 1, 39],
    ]);
    const corner = { easting: 509_500 + 900, northing: 222_000 + 900, km: 1 };
    expect((await prospectsNear(database.db, corner)).map(({ urn }) => urn)).toEqual([100_001]);
    expect(await prospectsNear(database.db, { ...corner, phaseGroup: 'primary' })).toEqual([]);
  });

  it('are listed by area, with their checks', async () => {
    const list = await prospectsOfArea(database.db, 821);
    expect(list.map(({ name }) => name)).toEqual(['Far High', 'Near High', 'Nearest High']);
    expect(list[0]!.checks.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['grade', 'met'],
      ['above_minimum', 'met'],
      ['consistent', 'met'],
    ]);
  });

  it('are told apart from schools that do not meet the criteria, and why', async () => {
    const low = await prospectOf(database.db, 100_003);
    expect(low).toMatchObject({ meets: false, title: null, policyId: 'local-leader', asAt: AS_AT });
    expect(low!.checks.find(({ rule }) => rule === 'above_minimum')).toMatchObject({ verdict: 'not met', value: -0.8 });
    expect((await prospectOf(database.db, 100_005))!.checks.map(({ verdict }) => verdict)).toEqual([
      'not known',
      'not known',
      'not known',
    ]);
  });

  it('found again replace what was stored', async () => {
    await findProspects(database.db, pack, AS_AT);
    const { rows } = await database.pool.query('select count(*) as n from prospect');
    expect(Number(rows[0].n)).toBe(5);
  });
});
