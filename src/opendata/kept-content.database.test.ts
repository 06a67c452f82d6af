import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../test/factories/archive.ts';
import { cellsOf, workbookOf } from '../../test/factories/workbook.ts';
import { testDatabase } from '../../test/database/harness.ts';
import { checkFiles, importFiles } from './commands.ts';
import { dropContent } from './commands/drop-content.ts';
import { publishedRow } from './queries/published-row.ts';

const HEADER = 'LA,ESTAB,URN,PERCTOT,PPERSABS10';
const ROWS = 20_000;
/** Large enough for several parts; "Ash, the school" stands where a number is due. */
const LONG = [
  HEADER,
  ...Array.from({ length: ROWS }, (_, at) => `202,2000,${100_000 + at},${(at % 90) / 10},${at % 40}`),
  '202,2001,"Ash, the\nschool",4.3,11',
  '202,2002,130001,4.4',
].join('\r\n');

describe('the content of an imported file', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'alongside-kept-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let long: number;

  const load = async (name: string, content: string | Buffer, year: number) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const { done } = await importFiles(database.pool, path, { year });
    return done.map(({ importId }) => importId);
  };
  const shown = async (id: number, line: number) => {
    const row = await publishedRow(database.site.db, 'data', { id, sha256: 'not bundled' }, line);
    return row.ok ? row.cells.map(([, cell]) => cell).join('|') : row.reason;
  };
  const parts = async (id: number) =>
    (await database.pool.query('select part, first_line from import_content where import_id = $1 order by 1', [id]))
      .rows;

  beforeAll(async () => {
    long = (await load('long.csv', LONG, 2018))[0]!;
  });

  it('shows any row as published, from one part of several', async () => {
    expect((await parts(long)).length).toBeGreaterThan(2);
    expect(await shown(long, 2)).toBe('202|2000|100000|0|0');
    expect(await shown(long, ROWS + 1)).toBe(`202|2000|${100_000 + ROWS - 1}|1.9|39`);
    for (const { first_line: first } of (await parts(long)).slice(2)) {
      expect(await shown(long, first - 1)).toContain(`|${100_000 + first - 3}|`);
      expect(await shown(long, first)).toContain(`|${100_000 + first - 2}|`);
    }
  });

  it('shows a row that was set aside, and one that stops before the last column', async () => {
    expect(await shown(long, ROWS + 2)).toBe('202|2001|Ash, the\nschool|4.3|11');
    const row = await publishedRow(database.site.db, 'data', { id: long, sha256: '' }, ROWS + 4);
    expect(row.ok && row.cells.at(-1)).toEqual(['PPERSABS10', null]);
  });

  it('has no row where none starts, and none of the header', async () => {
    for (const line of [1, ROWS + 3, ROWS + 5])
      expect(await shown(long, line)).toBe(`The file has no row on line ${line}.`);
  });

  it('is kept of entries of archives and of sheets', async () => {
    const text = `${HEADER}\n202,2000,136807,4.3,11\n`;
    const [zipped] = await load('a.zip', zipOf({ 'in/a.csv': text }), 2016);
    expect(await shown(zipped!, 2)).toBe('202|2000|136807|4.3|11');
    const [sheet] = await load(
      'b.xlsx',
      workbookOf([{ name: 'Absence', rows: [['A title'], [], ...cellsOf(text)] }]),
      2017,
    );
    expect(await shown(sheet!, 4)).toBe('202|2000|136807|4.3|11');
  });

  it('is not kept by a check', async () => {
    const count = async () => (await database.pool.query('select count(*)::int as n from import_content')).rows[0];
    const before = await count();
    await checkFiles(database.pool, join(folder, 'long.csv'), { year: 2018 });
    expect(await count()).toEqual(before);
  });

  it('is dropped after its time when no figure of it stands any more, and not before', async () => {
    const [old] = await load('old.csv', `${HEADER}\n202,2000,136808,4.3,11\n`, 2014);
    await database.pool.query(`update import set loaded_at = '2024-01-15' where id = any ($1)`, [[old, long]]);
    expect(await dropContent(database.pool, new Date('2026-01-01'))).toBe(0);
    await database.pool.query('delete from observation where import_id = $1', [old]);
    expect(await dropContent(database.pool, new Date('2025-02-01'))).toBe(0);
    expect(await dropContent(database.pool, new Date('2025-02-16'))).toBe(1);
    expect(await shown(old!, 2)).toContain('The content of this file is not kept here');
    expect(await shown(long, 2)).toContain('100000');
  });
});
