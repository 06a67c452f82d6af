// How long the national load takes, and how that compares with a bare COPY of the same text on the same server:
//   npx tsx bench/load.ts [runs]
// The load is all that a first start does: unpack, recognise, read, check, copy, key, index, analyse. The bare COPY
// takes text that is already unpacked and decoded, and puts every cell as text into unlogged tables without keys.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { parsers } from '../src/db/parsers.ts';
import { loadSnapshot } from '../src/opendata/commands.ts';
import { bundledManifest } from '../src/opendata/queries/manifest.ts';
import { readSourceFile } from '../src/opendata/queries/source-file.ts';
import { publishedRows } from '../src/opendata/rules/open-file.ts';

const DATA = fileURLToPath(new URL('../data/', import.meta.url));

interface Text {
  table: string;
  columns: number;
  rows: number;
  csv: string;
}

const runs = Number(process.argv[2] ?? 3);
const home = mkdtempSync(join(tmpdir(), 'alongside-bench-'));
const config = { ...readConfig({ ALONGSIDE_HOME: home }), databaseUrl: null };
const opened = await openDatabase(config, { command: 'bench/load', exclusive: true });
try {
  const texts = await allText();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text.csv), 0);
  const rows = texts.reduce((sum, text) => sum + text.rows, 0);
  console.log(
    `${texts.length} files, ${rows.toLocaleString('en-GB')} rows, ${(bytes / 1e6).toFixed(1)} MB of text; ${cpus().length} cores`,
  );
  console.log('run    load s   bare COPY s   ratio   figures');
  const ratios: number[] = [];
  const loads: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const { seconds: load, figures } = await withDatabase(timeLoad);
    const { seconds: bare } = await withDatabase((pool) => timeBareCopy(pool, texts));
    loads.push(load);
    ratios.push(load / bare);
    console.log(
      [
        String(run).padEnd(3),
        load.toFixed(2).padStart(9),
        bare.toFixed(2).padStart(13),
        (load / bare).toFixed(2).padStart(7),
        figures,
      ].join(' '),
    );
  }
  console.log(`median: ${median(loads).toFixed(2)} s, ${median(ratios).toFixed(2)} times a bare COPY`);
} finally {
  await opened.close();
  rmSync(home, { recursive: true, force: true });
}

/** The text of every bundled file without its header; short rows are given the commas that COPY asks for. */
async function allText(): Promise<Text[]> {
  const { files } = await bundledManifest(DATA);
  return Promise.all(
    files.map(async ({ file, name }) => {
      const source = await readSourceFile(join(DATA, file));
      const [header, ...rows] = [...publishedRows(source)];
      source.close();
      const columns = name.startsWith('boundaries') ? 1 : (header?.fields.length ?? 0);
      const lines = rows.map(({ text, fields }) =>
        columns === 1 ? `"${text.replaceAll('"', '""')}"` : text + ','.repeat(Math.max(0, columns - fields.length)),
      );
      return { table: `bare_${name.replaceAll('-', '_')}`, columns, rows: rows.length, csv: `${lines.join('\n')}\n` };
    }),
  );
}

async function timeLoad(pool: pg.Pool): Promise<{ seconds: number; figures: string }> {
  await migrate(pool);
  const start = performance.now();
  await loadSnapshot(pool, { dataDir: DATA });
  const seconds = (performance.now() - start) / 1000;
  const { rows } = await pool.query<{ n: number }>('select count(*) as n from observation');
  return { seconds, figures: rows[0]?.n.toLocaleString('en-GB') ?? '' };
}

async function timeBareCopy(pool: pg.Pool, texts: readonly Text[]): Promise<{ seconds: number }> {
  for (const { table, columns } of texts) {
    await pool.query(
      `create unlogged table ${table} (${Array.from({ length: columns }, (_, at) => `c${at} text`).join(', ')})`,
    );
  }
  const client = await pool.connect();
  const start = performance.now();
  for (const { table, csv } of texts) {
    await pipeline(Readable.from(chunksOf(csv)), client.query(from(`copy ${table} from stdin with (format csv)`)));
  }
  const seconds = (performance.now() - start) / 1000;
  for (const { table, rows: expected } of texts) {
    const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${table}`);
    if (rows[0]?.n !== expected) throw new Error(`${table} holds ${rows[0]?.n} rows, not ${expected}`);
  }
  client.release();
  return { seconds };
}

function* chunksOf(text: string): Generator<Buffer> {
  for (let at = 0; at < text.length; at += 1 << 17) yield Buffer.from(text.slice(at, at + (1 << 17)));
}

async function withDatabase<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  await opened.owner.pool.query('create database bench_load');
  const pool = new pg.Pool({ host: join(home, 'run'), user: 'alongside', database: 'bench_load', types: parsers });
  try {
    return await work(pool);
  } finally {
    await pool.end();
    await opened.owner.pool.query('drop database bench_load');
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
