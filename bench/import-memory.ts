// How much memory an import takes, whatever the size of the file:
//   npx tsx bench/import-memory.ts [megabytes]
// Makes an extract of all establishments of so many megabytes in the published layout, imports it plain and gzipped, each in a process of its own against an embedded database, and prints the most memory that
// the process held (VmHWM of /proc). The database is a process of its own and is not counted.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { importFile } from '../test/import-file.ts';
import { schoolsAtScale } from '../test/factories/extract-at-scale.ts';
import { extractColumns, giasExtract } from '../test/factories/gias-extract.ts';

const MEGABYTES = Number(process.argv[2] ?? 500);

if (process.env['IMPORT_OF'] === undefined) await measureAll();
else await importAlone(process.env['IMPORT_OF']);

async function measureAll(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'alongside-memory-'));
  try {
    const plain = join(home, 'edubasealldata20260924.csv');
    const rows = makeExtract(plain);
    const packed = `${plain}.gz`;
    await pipeline(createReadStream(plain), createGzip({ level: 1 }), createWriteStream(packed));
    console.log(`${MEGABYTES} MB, ${rows} rows`);
    for (const path of [plain, packed]) {
      const child = fork(fileURLToPath(import.meta.url), {
        env: { ...process.env, IMPORT_OF: path, ALONGSIDE_HOME: join(home, path.endsWith('gz') ? 'b' : 'a') },
        execArgv: process.execArgv,
      });
      await once(child, 'exit');
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The same twenty thousand schools over and over, each under a number of its own. Returns how many rows there are. */
function makeExtract(path: string): number {
  const [header = '', ...schools] = giasExtract(extractColumns('2026'), [...schoolsAtScale(20_000, 1)])
    .toString('latin1')
    .trimEnd()
    .split('\r\n');
  const afterNumber = schools.map((row) => row.slice(row.indexOf(',')));
  const file = openSync(path, 'w');
  writeSync(file, `${header}\r\n`);
  let urn = 100_000;
  for (let size = 0; size < MEGABYTES * 1e6;) {
    const rows = afterNumber.map((row) => `${urn++}${row}\r\n`);
    size += writeSync(file, rows.join(''), null, 'latin1');
  }
  closeSync(file);
  return urn - 100_000;
}

async function importAlone(path: string): Promise<void> {
  const opened = await openDatabase(readConfig(), { command: 'bench/import-memory', exclusive: true });
  try {
    await migrate(opened.owner.pool);
    const begun = performance.now();
    const { rowsLoaded, rowsSetAside } = await importFile(opened.owner.pool, path);
    const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1000;
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    console.log(
      `${path.endsWith('gz') ? 'gzipped' : 'plain  '} ${peak.toFixed(0)} MB at most, ${seconds} s, ${rowsLoaded} rows loaded, ${rowsSetAside} set aside`,
    );
  } finally {
    await opened.close();
  }
}
