import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { zipOf } from '../../test/factories/archive.ts';
import { cellsOf, workbookOf } from '../../test/factories/workbook.ts';
import { testDatabase } from '../../test/database/harness.ts';
import { importFiles } from './commands.ts';
import { importFile } from '../../test/import-file.ts';

const ABSENCE =
  'LA,ESTAB,URN,PERCTOT,PPERSABS10\n202,2000,136807,4.3,11\n202,2841,100027,2.2,SUPP\nNAT,SEC,,5.5,13.7\n';
const HISTORY = 'URN,Rating,Inspection Date\n100027,Good,20180105\n136807,Outstanding,20160301\n';
const GROUPS =
  'Group UID,Group Name,Group Type,Group Status,Companies House Number,Open date,Incorporated on (open date),Closed Date,Head of Group Title\n2044,Chiltern Trust,Multi-academy trust,Open,08000000,,01/02/2012,,\n';

describe('importing archives and workbooks', () => {
  const database = testDatabase();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-archives-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    await database.pool.query('truncate import cascade');
  });

  const file = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const load = (name: string, content: string | Buffer) =>
    importFiles(database.pool, file(name, content), { year: 2018, asAt: '2020-02-26' });

  /** All rows that published files give, without the number of their import. */
  const held = async () => {
    const tables: Record<string, unknown> = {};
    for (const table of ['observation', 'inspection', 'school_group']) {
      const { rows } = await database.pool.query(`select to_jsonb(t) - 'import_id' as row from ${table} t order by 1`);
      tables[table] = rows;
    }
    return tables;
  };

  it('gives the same rows from csv, zip and xlsx', async () => {
    for (const [name, text] of [
      ['a.csv', ABSENCE],
      ['h.csv', HISTORY],
      ['g.csv', GROUPS],
    ] as const)
      await load(name, text);
    const fromCsv = await held();
    expect(JSON.stringify(fromCsv)).toContain('Chiltern Trust');

    await database.pool.query('truncate import cascade');
    const zip = await load(
      'all.zip',
      zipOf({ 'in/a.csv': ABSENCE, 'h.csv': HISTORY, 'g.csv': GROUPS, 'readme.txt': 'x' }),
    );
    expect(zip.done.map(({ fileName }) => fileName)).toEqual(['all.zip: in/a.csv', 'all.zip: h.csv', 'all.zip: g.csv']);
    expect(zip.skipped).toEqual([{ file: 'all.zip: readme.txt', why: 'not a csv, geojson or xlsx file' }]);
    expect(await held()).toEqual(fromCsv);

    await database.pool.query('truncate import cascade');
    const groups = cellsOf(GROUPS.replace('08000000', 'NUMBER').replace('01/02/2012', 'DAY')).map((row) =>
      row.map((cell) =>
        cell === 'DAY' ? { number: 40_940, style: 'date' as const } : cell === 'NUMBER' ? '08000000' : cell,
      ),
    );
    const book = workbookOf([
      { name: 'Notes', rows: [['Absence, inspections and trusts']] },
      { name: 'Absence', rows: cellsOf(ABSENCE) },
      { name: 'Inspections', rows: cellsOf(HISTORY) },
      { name: 'Trusts', rows: groups },
    ]);
    const xlsx = await load('all.xlsx', book);
    expect(xlsx.refused).toEqual([]);
    expect(xlsx.done.map(({ fileName, rowsRead }) => [fileName, rowsRead])).toEqual([
      ['all.xlsx: Absence', 3],
      ['all.xlsx: Inspections', 2],
      ['all.xlsx: Trusts', 1],
    ]);
    expect(await held()).toEqual(fromCsv);

    const within = await load('books.zip', zipOf({ 'all.xlsx': book, 'a.csv': ABSENCE }));
    expect(within.done.map(({ changed }) => changed)).toEqual([false, false, false, false]);
    expect(await held()).toEqual(fromCsv);
  });

  it('takes year and day from the innermost name that tells them', async () => {
    const { done } = await importFiles(
      database.pool,
      file('tables-2021-2022.zip', zipOf({ '2017-2018/absence.csv': ABSENCE, 'history-2020-02-26.csv': HISTORY })),
    );
    expect(done.map(({ year, asAt }) => [year, asAt])).toEqual([
      [2017, '2018-08-31'],
      [null, '2020-02-26'],
    ]);
  });

  it('loads the good files of an archive when another is refused, and nothing of a damaged one', async () => {
    const bad = ABSENCE.replace('PERCTOT', 'PERC');
    const { done, refused } = await load('some.zip', zipOf({ 'bad.csv': bad, 'h.csv': HISTORY }));
    expect(done.map(({ fileName }) => fileName)).toEqual(['some.zip: h.csv']);
    expect(refused.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^some\.zip: bad\.csv, line 1, column "PERCTOT"/),
    ]);

    await database.pool.query('truncate import cascade');
    const damaged = await load(
      'damaged.zip',
      zipOf([
        { name: 'h.csv', content: HISTORY },
        { name: 'a.csv', content: ABSENCE, lies: { crc32: 1 } },
      ]),
    );
    expect(damaged.done).toEqual([]);
    expect(damaged.refused.map(({ message }) => message)).toEqual([
      'damaged.zip: the archive is damaged at "a.csv". Download it again.',
    ]);
    expect(await held()).toEqual({ observation: [], inspection: [], school_group: [] });
  });

  it('takes a path for one file only where it holds one', async () => {
    const two = file('two.zip', zipOf({ 'absence-2018-19.csv': ABSENCE, 'h-2020-02-26.csv': HISTORY }));
    await expect(importFile(database.pool, two)).rejects.toThrow('holds 2 published files and not one');
    const one = file('one.zip', zipOf({ 'absence-2018-19.csv': ABSENCE }));
    expect(await importFile(database.pool, one)).toMatchObject({ year: 2018, fileName: expect.any(String) });
  });
});
