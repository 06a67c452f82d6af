import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { zipOf } from '../../test/factories/archive.ts';
import { checkFiles } from './commands.ts';
import { importFile } from '../../test/import-file.ts';
import { getImport, mendedBy, setAsideRows } from './queries/imports.ts';
import { setAsideFile } from './queries/set-aside-file.ts';

const FINANCE = 'URN,Income,Expenditure,Balance,Academic Year\n';
const LINKS = 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n';
const ABSENCE = 'LA,ESTAB,URN,PERCTOT,PPERSABS10\n';

const boundaries = (codes: readonly number[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: codes.map((code) => ({
      type: 'Feature',
      properties: { la_code: code, gss_la_code: `E${code}`, la_name: `Area ${code}`, region_name: 'East' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-0.4, 51.9],
            [-0.3, 51.9],
            [-0.3, 52],
            [-0.4, 51.9],
          ],
        ],
      },
    })),
  });

const many = (count: number, row: (urn: number) => string) =>
  Array.from({ length: count }, (_, index) => `${row(100_000 + index)}\n`).join('');

describe('rows set aside', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'alongside-mended-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    await database.pool.query('truncate import cascade');
  });
  const file = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const load = (name: string, content: string | Buffer, options = {}) =>
    importFile(database.pool, file(name, content), options);
  const rows = async (query: string) => (await database.pool.query<Record<string, unknown>>(query)).rows;

  // Both kinds of trouble of the Department's file of 2016-17: a cell that is no number, and a school told twice differently.
  const bad = '100200,"1,2,3",5,-4,2017\n100001,7,7,7,2017\n';
  const finance = FINANCE + many(150, (urn) => `${urn},10,20,-10,2017`) + bad;

  it('can be downloaded as published, mended, and loaded beside what they were set aside from', async () => {
    const first = await load('maintained-finance-2016-2017.csv', finance, { stage: 'revised', asAt: '2018-01-31' });
    expect(first).toMatchObject({ rowsLoaded: 150, rowsSetAside: 2, mends: null });
    const csv = (await setAsideFile(database.db, first.importId))!;
    expect(csv.split('\r\n')).toEqual([
      `\uFEFFAlongside import,Alongside line,Alongside why,${FINANCE.trim()}`,
      `${first.importId},152,"Column ""Income"": neither a number nor a known code",100200,"1,2,3",5,-4,2017`,
      `${first.importId},153,"Column ""URN"": differs from line 3, which has the same key",100001,7,7,7,2017`,
      '',
    ]);

    // One row mended, the other made worse; the name of the file and what a person says count for nothing.
    const half = csv.replace('"1,2,3"', '123').replace('100001,7,7,7', '100001,7,seven,7');
    const path = file('rows-2020-2021.csv', half);
    expect((await checkFiles(database.pool, path, { asAt: '2021-01-01' })).done).toMatchObject([
      { mends: first.importId, rowsLoaded: 1, rowsSetAside: 1, year: 2016, stage: 'revised', asAt: '2018-01-31' },
    ]);
    const second = await importFile(database.pool, path, { asAt: '2021-01-01' });
    expect(second).toMatchObject({ mends: first.importId, year: 2016, stage: 'revised', asAt: '2018-01-31' });
    const figures = (urn: number) =>
      rows(`select value, import_id, line from observation where urn = ${urn} order by measure_id limit 1`);
    expect(await figures(100_200)).toEqual([{ value: 123, import_id: second.importId, line: 2 }]);
    expect(await figures(100_001)).toEqual([{ value: 10, import_id: first.importId, line: 3 }]);
    expect(await mendedBy(database.db, first.importId)).toEqual([{ id: second.importId, rowsLoaded: 1 }]);

    // What is still wrong is set aside under its own import, and mended from there.
    expect(await setAsideRows(database.db, second.importId)).toMatchObject([{ line: 3, field: 'Expenditure' }]);
    const again = (await setAsideFile(database.db, second.importId))!;
    expect(again.split('\r\n')[1]).toMatch(
      new RegExp(String.raw`^${second.importId},3,"Column ""Expenditure"": .*",100001,7,seven,7,2017$`),
    );
    const third = await load('rest.csv', again.replace('seven', '8'));
    expect(third).toMatchObject({ mends: second.importId, rowsLoaded: 1, rowsSetAside: 0 });
    expect(await figures(100_001)).toEqual([{ value: 7, import_id: third.importId, line: 2 }]);
    expect(await rows('select count(*) as n from import')).toEqual([{ n: 3 }]);
  });

  it('of a list are added to it, and what they leave out stays', async () => {
    const links = LINKS + many(100, (urn) => `${urn},200000,A,Successor,`);
    const first = await load('links-2022-07-06.csv', `${links}100300,200000,A,Successor,not a day\n`);
    expect(first.rowsSetAside).toBe(1);
    const mended = (await setAsideFile(database.db, first.importId))!.replace('not a day', '01-09-2012');
    expect(await load('mended.csv', mended)).toMatchObject({ rowsLoaded: 1, asAt: '2022-07-06' });
    expect(await rows('select count(*) as n from school_link')).toEqual([{ n: 101 }]);
    expect(await rows('select sightings_complete as whole from import order by id')).toEqual([
      { whole: true },
      { whole: false },
    ]);

    // A newer list is whole: mended rows of the older one say nothing against it.
    await load('links-2023-07-06.csv', links);
    const late = mended.replace('01-09-2012', '02-09-2012');
    expect(await load('late.csv', late)).toMatchObject({ newerHeld: true });
    expect(await rows('select count(*) as n from school_link')).toEqual([{ n: 100 }]);
    expect((await getImport(database.db, first.importId))?.hasSetAsideFile).toBe(true);
  });

  it('of inspections are added too', async () => {
    const history = `URN,Rating,Inspection Date\n${many(60, (urn) => `${urn},Good,20180105`)}100300,Splendid,20180105\n`;
    const first = await load('history-2020-02-26.csv', history);
    const mended = (await setAsideFile(database.db, first.importId))!.replace('Splendid', 'Outstanding');
    await load('mended.csv', mended);
    expect(await rows('select outcome, count(*) as n from inspection group by 1 order by 2')).toEqual([
      { outcome: 'Outstanding', n: 1 },
      { outcome: 'Good', n: 60 },
    ]);
  });

  it('are refused where they name an import that is not here, or that is of another layout', async () => {
    const { importId } = await load('finance.csv', finance);
    const csv = (await setAsideFile(database.db, importId))!;
    await expect(load('a.csv', csv.replaceAll(`\n${importId},`, '\n999,'))).rejects.toThrow(
      'a.csv, column "Alongside import": it mends rows of import 999, which is not loaded here. Download the rows set aside again',
    );
    const other = `Alongside import,Alongside line,${ABSENCE}${importId},5,202,2000,136807,4.3,11\n`;
    await expect(load('b.csv', other)).rejects.toThrow(
      `which has the layout maintained-finance, but its own header is that of absence. Leave the header`,
    );
    const whole = await load('absence.csv', `${ABSENCE}202,2000,136807,4.3,11\n`, { year: 2018 });
    const none = `Alongside import,Alongside line,${ABSENCE}${whole.importId},5,202,2000,136807,4.3,11\n`;
    await expect(load('c.csv', none)).rejects.toThrow('which set no row aside');
  });
});

describe('a file that must not be loaded', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'alongside-refused-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const load = (name: string, content: string | Buffer, options = {}) => {
    writeFileSync(join(folder, name), content);
    return importFile(database.pool, join(folder, name), options);
  };
  const absence = ABSENCE + many(100, (urn) => `202,2000,${urn},4.3,11`);
  const finance = FINANCE + many(100, (urn) => `${urn},10,20,-10,2017`);

  it('is refused whole, with what can be done about it', async () => {
    await load('absence-2018-2019.csv', absence);
    const held = (await database.pool.query('select count(*) as n from observation')).rows;
    const refused: [name: string, content: string | Buffer, mend: RegExp, options?: object][] = [
      ['cut-row-2019-2020.csv', absence.slice(0, -6), /line 101: .* half downloaded\. Download the file again/],
      ['cut-2019-2020.csv.gz', gzipSync(absence).subarray(0, -9), /half downloaded\. Download it again/],
      ['cut-2019-2020.zip', zipOf({ 'a.csv': absence }).subarray(0, -30), /half downloaded|damaged/],
      [
        'absence-2018-2019.csv',
        absence.split('\n').slice(0, 60).join('\n'),
        /in 59 rows where import \d+, of the same year, has them in 100: it looks half downloaded\. Download the whole file again/,
      ],
      ['header-2018-2019.csv', absence.replace('PERCTOT', 'PERC'), /column "PERCTOT": .* do not edit its header/],
      [
        'bad-2018-2019.csv',
        absence.replaceAll(',4.3,', ',many,'),
        /100 of 100 rows cannot be read, .* Download the file again/,
      ],
      [
        'finance.csv',
        finance,
        /the year given is 2018-19, but the file is of 2016-17\. Leave the year .* out, or give 2016/,
        { year: 2018 },
      ],
      [
        'years.csv',
        finance.replaceAll(/2017\n(?=1000[5-9])/g, '2018\n'),
        /rows cannot be read, the first because "2018" is another year than the file's first row, 2017/,
      ],
    ];
    for (const [name, content, mend, options] of refused) {
      await expect(load(name, content, options), name).rejects.toThrow(mend);
    }
    expect((await database.pool.query('select count(*) as n from observation')).rows).toEqual(held);
    // A few schools fewer are no half download.
    expect((await load('absence-2018-2019.csv', absence.split('\n').slice(0, 95).join('\n'))).changed).toBe(true);
  });

  it('is measured, where earlier days of a list stay, against the newest of them', async () => {
    await load('boundaries-2022-12-31.geojson', boundaries([821, 332, 333]));
    const later = await load('boundaries-2023-12-31.geojson', boundaries([821, 332, 334]));
    expect(later).toMatchObject({ changed: true, rowsLoaded: 3 });
    await expect(load('boundaries-2024-12-31.geojson', boundaries([821, 332]))).rejects.toThrow(
      'it lists 2 where 3 are held',
    );
  });
});
