// How long it takes to import a new monthly extract of all establishments over the one before, and how that compares with a
// bare COPY of the same text on the same server, and with DuckDB reading the file:
//   npx tsx bench/import.ts [runs] [rows]
// The import is all of it: read from disk, hash, recognise, decode, check, COPY, merge, commit. The bare COPY takes text
// that is decoded already and puts every cell as text into a table without keys. DuckDB is measured where @duckdb/node-api
// is installed (70 MB, so it is not among the packages of this repository); it is given the text as UTF-8, and reads all cells.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { importFile } from '../test/import-file.ts';
import { schoolsAtScale } from '../test/factories/extract-at-scale.ts';
import { extractColumns, giasExtract } from '../test/factories/gias-extract.ts';

const RUNS = Number(process.argv[2] ?? 5);
const ROWS = Number(process.argv[3] ?? 50_000);
const COLUMNS = extractColumns('2026');

const home = mkdtempSync(join(tmpdir(), 'alongside-import-'));
const config = { ...readConfig({ ALONGSIDE_HOME: home }), databaseUrl: null };
const opened = await openDatabase(config, { command: 'bench/import', exclusive: true });
try {
  const { pool } = opened.owner;
  await migrate(pool);
  const duck = await duckReader();
  const first = writeEdition(0);
  await importFile(pool, first.path, { asAt: '2026-01-01' });
  await pool.query('analyze');
  console.log(
    `${ROWS.toLocaleString('en-GB')} rows of ${COLUMNS.length} columns, ${(first.text.length / 1e6).toFixed(1)} MB; ${cpus().length} cores`,
  );
  console.log('run   import s   bare COPY s   ratio   DuckDB s');
  const ratios: number[] = [];
  const times: number[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    const { path, text } = writeEdition(run);
    const ours = await seconds(() => importFile(pool, path, { asAt: `2026-02-${String(run).padStart(2, '0')}` }));
    const bare = await bareCopy(pool, text);
    const read = duck ? (await duck(text)).toFixed(2) : 'not here';
    times.push(ours);
    ratios.push(ours / bare);
    console.log(
      [
        String(run).padStart(3),
        ours.toFixed(2).padStart(10),
        bare.toFixed(2).padStart(13),
        (ours / bare).toFixed(2).padStart(7),
        read.padStart(10),
      ].join(' '),
    );
  }
  console.log(`median: ${median(times).toFixed(2)} s, ${median(ratios).toFixed(2)} times a bare COPY`);
} finally {
  await opened.close();
  rmSync(home, { recursive: true, force: true });
}

function writeEdition(edition: number): { path: string; text: Buffer } {
  const bytes = giasExtract(COLUMNS, [...schoolsAtScale(ROWS, edition)]);
  const path = join(home, 'edubasealldata.csv');
  writeFileSync(path, bytes);
  return { path, text: Buffer.from(bytes.toString('latin1')) };
}

async function bareCopy(pool: pg.Pool, text: Buffer): Promise<number> {
  const columns = COLUMNS.map((_, at) => `c${at} text`).join(', ');
  await pool.query(`create table bare (${columns})`);
  const client = await pool.connect();
  try {
    return await seconds(() =>
      pipeline(Readable.from(piecesOf(text)), client.query(from('copy bare from stdin with (format csv, header)'))),
    );
  } finally {
    client.release();
    await pool.query('drop table bare');
  }
}

function* piecesOf(text: Buffer): Generator<Buffer, void, void> {
  for (let at = 0; at < text.length; at += 1 << 17) yield text.subarray(at, at + (1 << 17));
}

/** Gives how long DuckDB takes to read the text with every cell as text; null where it is not installed. */
async function duckReader(): Promise<((text: Buffer) => Promise<number>) | null> {
  const name = '@duckdb/node-api';
  const loaded: unknown = await import(name).catch(() => null);
  if (loaded === null) return null;
  const { DuckDBInstance } = loaded as {
    DuckDBInstance: { create(): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown> }> }> };
  };
  const connection = await (await DuckDBInstance.create()).connect();
  return async (text) => {
    const path = join(home, 'utf-8.csv');
    writeFileSync(path, text);
    return seconds(() =>
      connection.run(`create or replace table bare as from read_csv('${path}', header = true, all_varchar = true)`),
    );
  };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
