import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { extractColumns, extractRow, giasExtract } from '../../test/factories/gias-extract.ts';
import { importFile } from '../../test/import-file.ts';
import { putOffDefinitions } from './commands/first-load.ts';
import { getImport, listImports, setAsideRows, sourceOf } from './queries/imports.ts';
import { registerAsAt } from './queries/register-as-at.ts';
import { ImportError } from './rules/import-error.ts';

const ABSENCE = 'LA,ESTAB,URN,PERCTOT,PPERSABS10\n';
const LINKS = 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n';
const HISTORY = 'URN,Rating,Inspection Date\n';
const REGISTER =
  'urn,la_code,la_name,establishment_number,establishment_name,establishment_type,establishment_type_group,establishment_status,open_date,close_date,education_phase,statutory_low_age,statutory_high_age,gender,religious_character,admissions_policy,ofsted_last_insp,street,locality,town,county,postcode,school_website,telephone_num,head_title,head_first_name,head_last_name,head_preferred_job_title,urban_rural_indicator,easting,northing,ofsted_rating,lsoa_code,school_capacity\n';
const INFORMATION =
  'URN,LANAME,LA,ESTAB,SCHNAME,STREET,LOCALITY,TOWN,POSTCODE,SCHSTATUS,OPENDATE,CLOSEDATE,MINORGROUP,SCHOOLTYPE,ISPRIMARY,ISSECONDARY,ISPOST16,AGELOW,AGEHIGH,GENDER,RELCHAR,ADMPOL,OFSTEDRATING,OFSTEDLASTINSP\n';

const registerRow = (urn: number, name: string, inspectedOn = '', rating = 'Not reported') =>
  `${urn},821,Luton,2000,${name},Community school,Local authority maintained schools,Open,,,Primary,4,11,Mixed,,,${inspectedOn},,,Luton,,LU1 1AA,,,Ms,A,B,Headteacher,,509000,221000,${rating},E01015700,210\n`;
const informationRow = (urn: number, name: string, inspectedOn = '', rating = '') =>
  `${urn},Luton,821,2000,${name},,,Luton,LU1 1AA,Open,,,Maintained school,Community school,1,0,0,4,11,Mixed,,,${rating},${inspectedOn}\n`;

describe('importing published files', () => {
  const { pool, db } = deferred();
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-import-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    await pool().query('truncate import cascade');
  });

  /** Writes a file and gives its path. */
  const file = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const figures = async () => {
    const { rows } = await pool().query<{ figure: string }>(
      `select concat_ws(' ', urn, code, year, coalesce(value::text, missing), stage) as figure
       from observation join measure on measure.id = measure_id order by 1`,
    );
    return rows.map(({ figure }) => figure);
  };
  const count = async (table: string) => {
    const { rows } = await pool().query<{ count: number }>(`select count(*) from ${table}`);
    return rows[0]?.count;
  };

  const absenceOf = (value: number) => file('absence.csv', `${ABSENCE}202,2000,136807,${value},11\n`);
  const linksOf = (urns: number[]) =>
    file('links.csv', LINKS + urns.map((urn) => `${urn},200000,A,Successor,\n`).join(''));
  const registerOf = (urns: number[]) =>
    file('gias.csv', REGISTER + urns.map((urn) => registerRow(urn, `School ${urn}`)).join(''));
  const inspections = async () =>
    (await pool().query('select urn, inspected_on, outcome from inspection order by urn, inspected_on'))
      .rows as object[];

  it('loads figures with their reasons, source and line, plain or gzipped', async () => {
    const csv = `\uFEFF${ABSENCE}202,2000,136807,4.3,11\n202,2841,100027,2.2,SUPP\nNAT,SEC,,5.5,13.7\n`;
    const outcome = await importFile(pool(), file('absence-2018-2019.csv.gz', gzipSync(csv)));
    expect(outcome).toMatchObject({
      changed: true,
      dataset: 'absence',
      year: 2018,
      stage: 'final',
      asAt: '2019-08-31',
      fileName: 'absence-2018-2019.csv',
      rowsRead: 3,
      rowsLoaded: 3,
      rowsSetAside: 0,
    });
    expect(await figures()).toEqual([
      '100027 overall_absence 2018 2.2 final',
      '100027 persistent_absence 2018 SUPP final',
      '136807 overall_absence 2018 4.3 final',
      '136807 persistent_absence 2018 11 final',
    ]);
    const { rows } = await pool().query('select distinct import_id, line from observation where urn = 100027');
    expect(rows).toEqual([{ import_id: outcome.importId, line: 3 }]);
    const source = (await sourceOf(db(), [outcome.importId])).get(outcome.importId);
    expect(source).toMatchObject({ title: 'Performance tables: pupil absence, 2018-19', rowsPassedOver: 0 });
  });

  it('changes nothing when the same content comes again under another name, and says so', async () => {
    const csv = `${ABSENCE}202,2000,136807,4.3,11\n`;
    const first = await importFile(pool(), file('absence-2018-2019.csv', csv));
    const again = await importFile(pool(), file('copy-2018-19.csv.gz', gzipSync(csv)));
    expect(again).toMatchObject({ changed: false, importId: first.importId, fileName: 'absence-2018-2019.csv' });
    expect(await count('import')).toBe(1);
    expect(await count('observation')).toBe(2);
  });

  it('lets a newer issue take the place of an older one, and never the other way round', async () => {
    await importFile(pool(), absenceOf(2), { year: 2018, asAt: '2019-10-01' });
    expect(await importFile(pool(), absenceOf(1), { year: 2018, asAt: '2019-09-01' })).toMatchObject({
      newerHeld: true,
    });
    expect(await figures()).toContain('136807 overall_absence 2018 2 final');
    expect(await importFile(pool(), absenceOf(3), { year: 2018, asAt: '2019-11-01' })).toMatchObject({
      newerHeld: false,
    });
    expect(await figures()).toContain('136807 overall_absence 2018 3 final');
    await importFile(pool(), absenceOf(4), { year: 2018, asAt: '2021-01-01', stage: 'revised' });
    expect(await figures()).toEqual(['136807 overall_absence 2018 3 final', '136807 persistent_absence 2018 11 final']);
  });

  it('adds what an older issue alone tells of', async () => {
    await importFile(pool(), file('a.csv', `${ABSENCE}1,1,136807,1,2\n`), { year: 2018 });
    await importFile(pool(), file('b.csv', `${ABSENCE}1,1,136807,9,9\n1,2,136808,3,4\n`), {
      year: 2018,
      stage: 'provisional',
    });
    expect(await figures()).toEqual([
      '136807 overall_absence 2018 1 final',
      '136807 persistent_absence 2018 2 final',
      '136808 overall_absence 2018 3 provisional',
      '136808 persistent_absence 2018 4 provisional',
    ]);
  });

  it('sets a few bad rows aside, each with its reason', async () => {
    const good = Array.from({ length: 98 }, (_, at) => `1,1,${136_000 + at},4,5\n`).join('');
    const outcome = await importFile(
      pool(),
      file('absence-2018-2019.csv', `${ABSENCE}1,1,136999,4,n/a\n${good}1,1,12,4,5\n`),
    );
    expect(outcome).toMatchObject({ rowsRead: 100, rowsLoaded: 98, rowsSetAside: 2 });
    expect(await setAsideRows(db(), outcome.importId)).toEqual([
      { line: 2, field: 'PPERSABS10', value: 'n/a', reason: 'neither a number nor a known code' },
      { line: 101, field: 'URN', value: '12', reason: 'not a unique reference number' },
    ]);
    expect(await count('observation')).toBe(196);
  });

  it('refuses a file with too many bad rows, and writes nothing of it', async () => {
    const rows = Array.from({ length: 97 }, (_, at) => `1,1,${136_000 + at},4,5\n`).join('');
    const path = file('absence-2018-2019.csv', `${ABSENCE}${rows}1,1,136997,w,5\n1,1,136998,w,5\n1,1,136999,w,5\n`);
    await expect(importFile(pool(), path)).rejects.toThrow(
      'absence-2018-2019.csv, line 99, column "PERCTOT": 3 of 100 rows cannot be read, the first because "w" is neither a number',
    );
    for (const table of ['import', 'observation', 'set_aside_row']) expect(await count(table)).toBe(0);
  });

  it('takes all back when the database refuses the very last row of many', async () => {
    await pool().query("alter table school_link add constraint refusing check (linked_name <> 'Refused')");
    const rows = Array.from(
      { length: 20_000 },
      (_, at) => `${100_000 + at},${200_000 + at},A school with a name of some length,Successor,\n`,
    );
    const path = file('gias-links-2022-07-06.csv', `${LINKS}${rows.join('')}100001,200000,Refused,Successor,\n`);
    await expect(importFile(pool(), path)).rejects.toThrow('refusing');
    for (const table of ['import', 'school_link']) expect(await count(table)).toBe(0);
    await importFile(pool(), file('gias-links-2022-07-06.csv', `${LINKS}${rows.join('')}`));
    expect(await count('school_link')).toBe(20_000);
  });

  it.each<[string, string, Buffer, string]>([
    [
      'a truncated gzip',
      'a.csv.gz',
      gzipSync(ABSENCE.repeat(500)).subarray(0, 60),
      'a.csv.gz: the gzip file ends too early: it is half downloaded. Download it again.',
    ],
    ['a damaged gzip', 'a.csv.gz', damaged(gzipSync(ABSENCE.repeat(500))), 'a.csv.gz: the gzip file is damaged'],
    ['UTF-16', 'a-2018-2019.csv', Buffer.from(ABSENCE, 'utf16le'), 'it looks like UTF-16'],
    ['half a workbook', 'a.csv', Buffer.from('PK\u0003\u0004'), 'the archive ends too early: it is half downloaded'],
    [
      'a strange header',
      'a.csv',
      Buffer.from('a,b\n1,2\n'),
      'a.csv, line 1: the header is not that of any dataset known here',
    ],
    ['a missing column', 'a.csv', Buffer.from('LA,ESTAB,URN,PERCTOT\n1,2,3,4\n'), 'column "PPERSABS10"'],
    ['an empty file', 'a.csv', Buffer.from(''), 'the file is empty'],
    [
      'broken quoting',
      'a-2018-2019.csv',
      Buffer.from(`${ABSENCE}1,2,"136807,4,5\n`),
      'line 2: a quotation mark opens a cell and nothing closes it',
    ],
    [
      'a list without a day',
      'links.csv',
      Buffer.from(`${LINKS}1,2,A,B,\n`),
      'Give the day on which it was downloaded, e.g. --as-at 2022-07-06',
    ],
  ])('refuses %s with the mend, and writes nothing', async (_, name, content, message) => {
    const refused = importFile(pool(), file(name, content));
    await expect(refused).rejects.toThrow(ImportError);
    await expect(refused).rejects.toThrow(message);
    expect(await count('import')).toBe(0);
  });

  it('takes the later of the two registers that say which schools are mainstream', async () => {
    const urns = Array.from({ length: 20 }, (_, at) => 100_000 + at);
    const all = (day: string, name: string) =>
      file(
        `edubasealldata${day}.csv`,
        giasExtract(
          extractColumns('2026'),
          urns.map((URN) =>
            extractRow({
              URN,
              EstablishmentName: name,
              'EstablishmentStatus (name)': URN === 100_000 ? 'Closed' : 'Open',
            }),
          ),
        ),
      );
    const mainstream = async () => {
      const { rows } = await pool().query<{ said: string }>(
        'select mainstream::text || count(*) || min(name) || max(name) as said from school group by mainstream order by 1',
      );
      return rows.map(({ said }) => said);
    };
    await importFile(pool(), registerOf([...urns, 100_020]), { asAt: '2022-07-06' });
    await importFile(pool(), all('20210706', 'Before'));
    expect(await registerAsAt(db())).toBe('2022-07-06');
    expect(await mainstream()).toEqual(['true21School 100000School 100020']);
    await importFile(pool(), all('20260924', 'After'));
    expect(await registerAsAt(db())).toBe('2026-09-24');
    expect(await mainstream()).toEqual(['false2AfterSchool 100020', 'true19AfterAfter']);
  });

  it('says when there is no such file, or it is a folder', async () => {
    await expect(importFile(pool(), join(folder, 'none.csv'))).rejects.toThrow('none.csv: there is no such file');
    await expect(importFile(pool(), folder)).rejects.toThrow('this is a folder');
  });

  it('drops what a newer whole list leaves out, and keeps the list when an older one comes', async () => {
    const urns = Array.from({ length: 20 }, (_, at) => 100_000 + at);
    await importFile(pool(), linksOf(urns), { asAt: '2022-07-06' });
    await importFile(pool(), linksOf(urns.slice(1)), { asAt: '2022-08-06' });
    expect(await count('school_link')).toBe(19);
    expect(await importFile(pool(), linksOf([...urns, 100_099]), { asAt: '2021-07-06' })).toMatchObject({
      newerHeld: true,
    });
    expect(await count('school_link')).toBe(19);
    await expect(importFile(pool(), linksOf(urns.slice(10)), { asAt: '2022-09-06' })).rejects.toThrow(
      'it lists 10 where 19 are held, and what a list leaves out would be taken for closed. Import the whole list',
    );
    expect(await count('school_link')).toBe(19);
  });

  it('lets the mainstream register speak for its schools, and the other list for the rest', async () => {
    const schools = async () =>
      (await pool().query('select urn, name, mainstream from school order by urn')).rows as { urn: number }[];
    await importFile(
      pool(),
      file('si.csv', INFORMATION + informationRow(100_000, 'Old name') + informationRow(100_001, 'Special')),
      {
        asAt: '2022-12-08',
      },
    );
    await importFile(pool(), file('gias.csv', REGISTER + registerRow(100_000, 'Aldgate')), { asAt: '2022-07-06' });
    await importFile(pool(), file('si2.csv', INFORMATION + informationRow(100_000, 'Newer name')), {
      asAt: '2023-12-08',
    });
    expect(await schools()).toEqual([
      { urn: 100_000, name: 'Aldgate', mainstream: true },
      { urn: 100_001, name: 'Special', mainstream: false },
    ]);
    expect(await registerAsAt(db())).toBe('2022-07-06');
  });

  it('takes a school that a newer register leaves out for mainstream no more', async () => {
    const urns = Array.from({ length: 20 }, (_, at) => 100_000 + at);
    await importFile(pool(), registerOf(urns), { asAt: '2022-07-06' });
    await importFile(pool(), registerOf(urns.slice(1)), { asAt: '2022-08-06' });
    const { rows } = await pool().query('select urn from school where not mainstream');
    expect(rows).toEqual([{ urn: 100_000 }]);
    await expect(importFile(pool(), registerOf(urns.slice(10)), { asAt: '2022-09-06' })).rejects.toThrow(
      'Import the whole list',
    );
  });

  it('keeps an inspection once that two files date a day apart, in the words of the newer file', async () => {
    const history = file('history.csv', `${HISTORY}100000,Inadequate,20190130\n100000,Good,20150310\n`);
    const register = file('gias.csv', REGISTER + registerRow(100_000, 'Aldgate', '2019-01-31', 'Inadequate'));
    const information = file(
      'si.csv',
      INFORMATION + informationRow(100_000, 'Aldgate', '31-01-2019', 'Special Measures'),
    );
    const expected = [
      { urn: 100_000, inspected_on: '2015-03-10', outcome: 'Good' },
      { urn: 100_000, inspected_on: '2019-01-31', outcome: 'Special measures' },
    ];
    const days = { [history]: '2020-02-26', [register]: '2022-07-06', [information]: '2022-12-08' };
    for (const order of [
      [history, register, information],
      [information, register, history],
      [register, history, information],
    ]) {
      await pool().query('truncate import cascade');
      for (const path of order) await importFile(pool(), path, { asAt: days[path] ?? '' });
      expect(await inspections()).toEqual(expected);
    }
  });

  it('puts back what a first load left down before it joins rows', async () => {
    await putOffDefinitions(pool());
    const keys = `select count(*) from pg_constraint where conrelid = 'observation'::regclass and contype in ('p', 'f')`;
    expect((await pool().query<{ count: number }>(keys)).rows[0]?.count).toBe(0);
    await importFile(pool(), file('absence-2018-2019.csv', `${ABSENCE}1,1,136807,1,2\n`));
    expect((await pool().query<{ count: number }>(keys)).rows[0]?.count).toBe(3);
    await putOffDefinitions(pool());
    expect((await pool().query<{ count: number }>(keys)).rows[0]?.count).toBe(3);
  });

  it('lists imports by title', async () => {
    const { importId } = await importFile(pool(), file('absence-2018-2019.csv', `${ABSENCE}1,1,136807,1,2\n`));
    await importFile(pool(), file('f.csv', 'URN,Income,Expenditure,Balance,Academic Year\n100000,1,2,-1,2014\n'));
    expect((await listImports(db())).map(({ title }) => title)).toEqual([
      'Consistent financial reporting: maintained schools, 2013-14',
      'Performance tables: pupil absence, 2018-19',
    ]);
    expect(await getImport(db(), importId)).toMatchObject({
      dataset: 'absence',
      publisher: 'Department for Education',
    });
    expect(await getImport(db(), importId + 1000)).toBeNull();
  });
});

function damaged(packed: Buffer): Buffer {
  const copy = Buffer.from(packed);
  copy[copy.length - 6] = (copy[copy.length - 6] ?? 0) ^ 0xff;
  return copy;
}

/** The harness fills its object in before the first test, so what is taken from it must be taken late. */
function deferred() {
  const database = testDatabase();
  return { pool: () => database.pool, db: () => database.db };
}
