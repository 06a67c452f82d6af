import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { checkFiles, type ImportOptions } from './commands.ts';
import { importFile } from '../../test/import-file.ts';

const ABSENCE = 'LA,ESTAB,URN,PERCTOT,PPERSABS10\n';
const ALL_LINKS = 'URN,Group UID,Group Type,Group Name,Joined date\n';
const ACADEMY_LINKS = 'URN,Linked UID,Group Type,Group Name,Joined date,HasSharedHT\n';
const OPEN =
  'urn,la_code,la_name,establishment_number,establishment_name,establishment_type,establishment_type_group,education_phase,easting,northing,lsoa_code,pcon_code,latitude\n';
const ACADEMIES =
  'URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),ReasonEstablishmentOpened (name),OpenDate,PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,Gender (name),ReligiousCharacter (name),AdmissionsPolicy (name),Street,Locality,Town,County (name),Postcode,SchoolWebsite,TelephoneNum,HeadTitle (name),HeadFirstName,HeadLastName,HeadPreferredJobTitle\n';
const MI =
  'URN,Latest inspection date,Overall effectiveness: how good is the school,Category,Previous inspection date,previous overall effectiveness,Previous category\n';

const academy = (name: string) =>
  `100000,821,Luton,4000,${name},Academy converter,Open,New Provision,01-09-2012,Primary,4,11,Mixed,,,A Street,,Luton,,LU1 1AA,,,Ms,A,B,Head\n`;

describe('checking and joining what several lists speak of', () => {
  const database = testDatabase();

  /** What loading the one file at the path would do. */
  const checkOne = async (path: string, options: ImportOptions = {}) =>
    (await checkFiles(database.pool, path, options)).done[0];
  const folder = mkdtempSync(join(tmpdir(), 'alongside-check-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    await database.pool.query('truncate import cascade');
  });

  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const load = (name: string, content: string) => importFile(database.pool, file(name, content));
  const rows = async (query: string) => (await database.pool.query<Record<string, unknown>>(query)).rows;

  const schools = () => rows('select name, street, easting from school');

  it('says what loading would do, and stores nothing', async () => {
    const path = file('absence-2018-2019.csv', `${ABSENCE}202,2000,136807,4.3,11\nNAT,SEC,,5.5,13.7\n`);
    expect(await checkOne(path)).toMatchObject({
      held: false,
      dataset: 'absence',
      year: 2018,
      stage: 'final',
      asAt: '2019-08-31',
      rowsRead: 2,
      rowsLoaded: 2,
      rowsSetAside: 0,
      seconds: expect.any(Number),
    });
    for (const table of ['import', 'observation', 'set_aside_row'])
      expect(await rows(`select from ${table}`)).toEqual([]);
  });

  it('tells of a file that is held as it would be loaded again, and leaves it as it was', async () => {
    const path = file('absence.csv', `${ABSENCE}202,2000,136807,4.3,11\n`);
    await importFile(database.pool, path, { year: 2018, asAt: '2019-10-01', stage: 'revised' });
    const before = await rows('select * from import');
    expect(await checkOne(path, { year: 2018 })).toMatchObject({
      held: true,
      asAt: '2019-10-01',
      stage: 'revised',
      rowsLoaded: 1,
    });
    expect(await rows('select * from import')).toEqual(before);
  });

  it('refuses where importing would', async () => {
    expect(
      (await checkFiles(database.pool, file('a.csv', 'LEA,LA Name,REGION NAME\n1,2,3\n'))).refused[0]?.message,
    ).toContain('recognised as codes of local authorities and regions: names and regions');
  });

  it('takes the latest day in a list for its day', async () => {
    const path = file('mi.csv', `${MI}100000,2014-05-31,1,,2010-01-20,2,\n100001,2015-05-22,2,,,,\n`);
    expect(await checkOne(path)).toMatchObject({ asAt: '2015-05-22', rowsLoaded: 2 });
  });

  it('lets the list of academies speak of its academies alone, whichever list came first', async () => {
    const all = `${ALL_LINKS}100000,1,Federation,A,\n100001,2,Multi-academy trust,B,01-09-2015\n`;
    const academies = `${ACADEMY_LINKS}100001,3,Multi-academy trust,C,01-09-2023\n100001,4,School sponsor,D,01-09-2023\n`;
    const files = [
      ['all-2022-03-14.csv', all],
      ['academies-2024-03-29.csv', academies],
    ] as const;
    for (const order of [files, files.toReversed()]) {
      await database.pool.query('truncate import cascade');
      for (const [name, content] of order) await load(name, content);
      expect(await rows('select urn, group_uid from group_member order by 1, 2')).toEqual([
        { urn: 100_000, group_uid: 1 },
        { urn: 100_001, group_uid: 3 },
        { urn: 100_001, group_uid: 4 },
      ]);
    }
    await load('all-2025-03-14.csv', `${all}100002,2,Multi-academy trust,B,01-09-2024\n`);
    expect(await rows('select distinct group_uid from group_member order by 1')).toEqual([
      { group_uid: 1 },
      { group_uid: 2 },
    ]);
  });

  it('never lets a thin list take the place of a fuller one, nor an older of a newer', async () => {
    await load(
      'open-2025-05-24.csv',
      `${OPEN}100000,821,Luton,4000,Thin,Academy converter,Academies,Primary,5,6,E1,E2,51\n`,
    );
    expect(await schools()).toEqual([{ name: 'Thin', street: null, easting: 5 }]);
    await load('academies-2019-01-31.csv', ACADEMIES + academy('In 2019'));
    expect(await schools()).toEqual([{ name: 'In 2019', street: 'A Street', easting: null }]);
    await load('academies-2015-11-14.csv', ACADEMIES + academy('In 2015'));
    await load(
      'open-2025-06-24.csv',
      `${OPEN}100000,821,Luton,4000,Thin,Academy converter,Academies,Primary,5,6,E1,E2,51\n`,
    );
    expect(await schools()).toEqual([{ name: 'In 2019', street: 'A Street', easting: null }]);
  });

  it('keeps both inspections of a row, and a newer word on one of them', async () => {
    await load('history-2020-02-26.csv', 'URN,Rating,Inspection Date\n100000,Good,20140530\n');
    await load('mi-2015-05-31.csv', `${MI}100000,2014-05-31,3,,2010-01-20,2,\n`);
    expect(await rows('select inspected_on, outcome from inspection order by 1')).toEqual([
      { inspected_on: '2010-01-20', outcome: 'Good' },
      { inspected_on: '2014-05-30', outcome: 'Good' },
    ]);
  });
});
