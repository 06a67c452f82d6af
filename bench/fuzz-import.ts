// Published files changed in every way that fast-check thinks of, imported one after the other: none may crash the import,
// leave a part behind or take much memory.
//   npx tsx bench/fuzz-import.ts [times] [seed] [folder with more published files]...
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/connect.ts';
import { PROJECT } from '../test/commands.ts';
import { type MutatedFile, mutatedFile } from '../test/factories/mutated-file.ts';
import { publishedSamples } from '../test/factories/published-sample.ts';
import { importWholeOrNot } from '../test/whole-or-not.ts';

const times = Number(process.argv[2] ?? 20_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const folders = [join(PROJECT, 'data'), ...process.argv.slice(4)];
/** Loads that meet rows of earlier ones, before the tables are emptied to stay quick. */
const LOADS_TOGETHER = 4;

/** One row that cannot be read is then few enough to be set aside. */
const ROWS = 60;
const MOST_REASONS = 20;

const folder = mkdtempSync(join(tmpdir(), 'alongside-fuzz-'));
const opened = await openDatabase(
  { ...readConfig({ ALONGSIDE_HOME: join(folder, 'home') }), databaseUrl: null },
  { command: 'bench/fuzz-import', exclusive: true },
);
const { pool } = opened.owner;
const counts = { files: 0, loaded: 0, refused: 0 };
const reasons = new Map<string, number>();
let together = 0;
const began = performance.now();
try {
  const samples = folders.flatMap((from) => publishedSamples(from, ROWS));
  console.log(`${times} files made from ${samples.length} published ones, seed ${seed}; ${rss('VmRSS')} MB before`);
  await fc.assert(
    fc.asyncProperty(mutatedFile(samples), async ({ name, bytes }) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const { loaded, refused } = await importWholeOrNot(pool, path);
      rmSync(path);
      counts.files += 1;
      counts.loaded += loaded;
      counts.refused += refused.length;
      for (const { problem } of refused) count(problem);
      together += loaded;
      if (together > LOADS_TOGETHER) {
        await pool.query('truncate import cascade');
        together = 0;
      }
      if (counts.files % 1000 === 0) console.log(`${counts.files} files, ${rss('VmHWM')} MB at most so far`);
    }),
    { numRuns: times, seed, endOnFailure: true, reporter: mustHold },
  );
  const { files, loaded, refused } = counts;
  console.log(`${files} files: ${loaded} loads, ${refused} refusals; none crashed the import or was loaded in part`);
  console.log(`The ${MOST_REASONS} most frequent reasons of ${reasons.size}:`);
  for (const [reason, often] of [...reasons].toSorted(([, a], [, b]) => b - a).slice(0, MOST_REASONS))
    console.log(`${often} x ${reason}`);
  console.log(
    `${((performance.now() - began) / 1000).toFixed(0)} s; at most ${rss('VmHWM')} MB, at the end ${rss('VmRSS')} MB`,
  );
} finally {
  await opened.close();
  rmSync(folder, { recursive: true });
}

/** Says what was done to a file that fails, not its bytes. */
function mustHold({ failed, counterexample, errorInstance }: fc.RunDetails<[MutatedFile]>): void {
  if (!failed) return;
  const [file] = counterexample ?? [];
  console.log(`Failed after ${counts.files} files: ${file?.done.join(' > ')}`);
  throw errorInstance;
}

/** Counts a refusal by its words, without the names and numbers of this one file. */
function count(problem: string): void {
  const reason = problem
    .replaceAll(/"[^"]*"/gs, '"…"')
    .replaceAll(/(, "…")+/g, '')
    .replaceAll(/\d[\d,.]*/g, 'N');
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}

/** Megabytes of memory of this process, as the kernel counts them. */
function rss(field: 'VmHWM' | 'VmRSS'): number {
  const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8'));
  return Math.round(Number(found?.[1] ?? Number.NaN) / 1024);
}
