import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { loadSnapshot } from './commands.ts';
import { dataCurrency, listImports } from './queries/imports.ts';
import { bundledManifest } from './queries/manifest.ts';
import { publishedRow } from './queries/published-row.ts';
import { figureColumns } from '../../test/figure-columns.ts';
import { columnKey, schoolFigures } from './rules/header.ts';
import { LAYOUTS } from './rules/layouts.ts';
import { parseFigure } from './rules/figures.ts';
import { measureCode } from './rules/measures.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DATA = join(ROOT, 'data');
const MINUTES = 300_000;

const CONSTRAINTS = `
  select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as definition from pg_constraint
  where connamespace = 'public'::regnamespace
  union all select tablename, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`;

/** Loads the snapshot in a process of its own: what is killed in the test must not be the test. */
function loadElsewhere(url: string) {
  const code = `
    import pg from 'pg';
    import { loadSnapshot } from './src/opendata/commands.ts';
    await loadSnapshot(new pg.Pool({ connectionString: process.argv[1] }), { dataDir: './data' });`;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code, url], { cwd: ROOT });
}

describe('the bundled snapshot', () => {
  const database = testDatabase();

  it('goes on after its process is killed, and ends as if it had not been', { timeout: MINUTES }, async () => {
    const { pool } = database;
    const before = (await pool.query(CONSTRAINTS)).rows as object[];
    const child = loadElsewhere(database.url);
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    const loaded = async () => (await pool.query<{ n: number }>('select count(*) as n from import')).rows[0]?.n ?? 0;
    while ((await loaded()) < 10) await pause(20);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');

    // The server may still be ending the transaction of the process that is gone.
    const { files } = await bundledManifest(DATA);
    const rest = await loadSnapshot(pool, { dataDir: DATA });
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.length).toBeLessThanOrEqual(files.length - 10);

    const imports = await listImports(database.db);
    expect(imports).toHaveLength(files.length);
    for (const file of files) {
      expect(imports.find(({ sha256 }) => sha256 === file.sha256)).toMatchObject({
        dataset: file.dataset,
        year: file.year,
        stage: file.stage,
        asAt: file.asAt,
        rowsRead: file.rows,
        title: file.title,
      });
    }
    const current = await dataCurrency(database.db, '2022-10-15');
    expect(current.find(({ dataset }) => dataset === 'ks2')?.newest.year).toBe(2018);
    expect(current.find(({ dataset }) => dataset === 'census')?.newest.asAt).toBe('2022-01-20');
    expect(current.find(({ dataset }) => dataset === 'census')?.missing).toEqual([2019, 2020]);
    expect((await pool.query(CONSTRAINTS)).rows).toEqual(before);
    expect(await loadSnapshot(pool, { dataDir: DATA })).toEqual([]);
  });

  it('holds every mainstream school once, and nothing that cannot be followed home', async () => {
    const { rows } = await database.pool.query(`
      select (select count(*) from school where mainstream) as mainstream,
        (select count(*) from area where import_id = (select min(import_id) from area)) as areas,
        (select count(*) from area) as "areasOfBothLists",
        (select count(*) from school where mainstream and la_code not in (select la_code from area)) as "withoutArea",
        (select count(*) from inspection a join inspection b using (urn)
          where a.kind = b.kind and a.inspected_on < b.inspected_on and a.import_id <> b.import_id
            and b.inspected_on - a.inspected_on <= 30) as "toldTwice",
        (select count(*) from set_aside_row) as "setAside",
        (select count(*) from put_off_definition) as "putOff"`);
    expect(rows[0]).toEqual({
      mainstream: 20_188,
      areas: 152,
      areasOfBothLists: 305,
      withoutArea: 0,
      toldTwice: 0,
      setAside: 3,
      putOff: 0,
    });
  });

  it('lets the final results of key stage 4 stand against the provisional ones', async () => {
    const { rows } = await database.pool.query(`
      select code, value, missing, stage from observation join measure on measure.id = measure_id
      where urn = 100049 and year = 2018 and code ~ '^ks4' and code !~ 'stayed|leavers' order by code`);
    expect(rows).toEqual([
      { code: 'ks4_attainment8', value: 42.4, missing: null, stage: 'final' },
      { code: 'ks4_ebacc_aps', value: 3.72, missing: null, stage: 'final' },
      { code: 'ks4_ebacc_entry', value: 24, missing: null, stage: 'final' },
      { code: 'ks4_english_maths_4', value: 58.8, missing: null, stage: 'provisional' },
      { code: 'ks4_english_maths_5', value: 43, missing: null, stage: 'final' },
      { code: 'ks4_progress8', value: -0.11, missing: null, stage: 'final' },
      { code: 'ks4_progress8_lower', value: -0.28, missing: null, stage: 'provisional' },
      { code: 'ks4_progress8_upper', value: 0.09, missing: null, stage: 'provisional' },
      { code: 'ks4_pupils', value: 199, missing: null, stage: 'provisional' },
    ]);
  });

  it('shows, for a figure of each file, the published cell that it was read from', { timeout: MINUTES }, async () => {
    const { rows } = await database.pool.query<Sampled>(`
      select distinct on (import_id, missing) import.id, urn, measure_id, o.year, import.year as of, value, missing, line, layout, sha256
      from observation o join import on import.id = import_id
      order by import_id, missing, md5(urn::text || measure_id)`);
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      const published = await publishedRow(database.db, DATA, row, row.line);
      if (!published.ok) throw new Error(published.reason);
      const layout = LAYOUTS.find(({ layout }) => layout === row.layout);
      const [figures] = layout ? schoolFigures(layout) : [];
      if (!layout || !figures) throw new Error(`${row.layout} has no figures`);
      const [column = ''] =
        figureColumns(layout, row.of).find(
          ([, code, about]) => code === measureCode(row.measure_id) && row.of - (about?.back ?? 0) === row.year,
        ) ?? [];
      const cells = new Map(published.cells.map(([name, cell]) => [columnKey(name), cell]));
      const figure = parseFigure(cells.get(columnKey(column)) ?? undefined);
      expect(cells.get(columnKey(figures.urn))).toBe(String(row.urn));
      expect([figure?.missing, figure?.value == null ? null : Number(figure.value)]).toEqual([row.missing, row.value]);
    }
  });
});

interface Sampled {
  id: number;
  urn: number;
  measure_id: number;
  year: number;
  /** The year of the import, which may repeat earlier ones. */
  of: number;
  value: number | null;
  missing: string | null;
  line: number;
  layout: string;
  sha256: string;
}

describe('a snapshot that is not whole', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'alongside-snapshot-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is refused, naming the file and the mend', async () => {
    await expect(loadSnapshot(database.pool, { dataDir: folder })).rejects.toThrow(
      'manifest.json: the file is missing or may not be read. Restore the folder data/ with git.',
    );
    cpSync(join(DATA, 'manifest.json'), join(folder, 'manifest.json'));
    await expect(loadSnapshot(database.pool, { dataDir: folder })).rejects.toThrow('there is no such file');
    const [first] = (await bundledManifest(DATA)).files;
    writeFileSync(join(folder, first?.file ?? ''), readFileSync(join(DATA, 'absence-2018-2019.csv.gz')));
    await expect(loadSnapshot(database.pool, { dataDir: folder })).rejects.toThrow(
      'is not the one that manifest.json names',
    );
    writeFileSync(join(folder, 'manifest.json'), '{"title":"x","files":[{"name":"A b"}]}');
    await expect(loadSnapshot(database.pool, { dataDir: folder })).rejects.toThrow('lower case, digits and hyphens');
  });

  it('cannot show a row of a file that it does not hold', async () => {
    const shown = await publishedRow(database.db, DATA, { id: 1, sha256: '0'.repeat(64) }, 2);
    expect(shown).toMatchObject({ ok: false, reason: expect.stringContaining('The content of this file is not kept') });
    const { files } = await bundledManifest(DATA);
    const absence = files.find(({ name }) => name === 'absence-2018-2019');
    const of = (file: typeof absence) => ({ id: 1, sha256: file?.sha256 ?? '' });
    expect(await publishedRow(database.db, DATA, of(absence), 2)).toEqual({
      ok: true,
      cells: [
        ['LA', '201'],
        ['ESTAB', '3614'],
        ['URN', '100000'],
        ['PERCTOT', '2.6'],
        ['PPERSABS10', '3.4'],
      ],
    });
    expect(await publishedRow(database.db, DATA, of(absence), 999_999)).toMatchObject({ ok: false });
  });
});
