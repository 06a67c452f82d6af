// kill -9 in the middle of an import, again and again: what is held afterwards is as before or as after, never between.
//   npx tsx bench/kill-import.ts [times]
// Each time the census is imported with one figure changed, and the command is killed after a while chosen by chance. The next
// command, which clears up whatever was left behind, then tells what is held.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/connect.ts';
import { launch, PROJECT } from '../test/commands.ts';
import { loadedHome } from '../test/loaded-home.ts';

const TIMES = Number(process.argv[2] ?? 20);
const FILE = 'census-2021-2022.csv.gz';

const { home, remove } = await loadedHome();
const folder = mkdtempSync(join(tmpdir(), 'alongside-kill-'));
const text = gunzipSync(readFileSync(join(PROJECT, 'data', FILE))).toString('utf8');
const counts = { before: 0, after: 0, between: 0 };
try {
  const whole = await importChanged(0, Infinity);
  console.log(`An import that nobody ends takes ${whole.toFixed(0)} ms`);
  let held = await holdings();
  for (let time = 1; time <= TIMES; time++) {
    // Up to a little longer than it takes, so that some are killed near the end.
    const wait = Math.random() * whole * 1.2;
    await importChanged(time, wait);
    const now = await holdings();
    const outcome = outcomeOf(held, now);
    counts[outcome]++;
    console.log(`${String(time).padStart(2)}: killed after ${wait.toFixed(0)} ms, as ${outcome}`);
    held = now;
  }
  console.log(`${TIMES} times: ${counts.before} as before, ${counts.after} as after, ${counts.between} between`);
  if (counts.between > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
  remove();
}

/** Imports the census with a change of its own and kills the command after so many milliseconds. Returns how long it ran. */
async function importChanged(time: number, wait: number): Promise<number> {
  const path = join(folder, FILE.replace('.csv.gz', '.csv'));
  writeFileSync(path, changed(time));
  const from = performance.now();
  const command = launch('alongside', ['import', path], { ALONGSIDE_HOME: home });
  const ended = once(command, 'exit');
  await Promise.race(wait === Infinity ? [ended] : [pause(wait), ended]);
  command.kill('SIGKILL');
  await ended;
  return performance.now() - from;
}

interface Holdings {
  imports: number;
  /** Figures of the census year. */
  figures: number;
  /** Sum of the rolls, which the changed figure moves. */
  rolls: number;
  /** Newest file whose figures are held; without figures of its own an import is half there. */
  newestWithFigures: number;
  newest: number;
}

/** One pupil more or fewer at the first school with a roll, so that each time is another file. */
function changed(time: number): string {
  const lines = text.split('\n');
  const header = lines[0]!.replace('\uFEFF', '').split(',');
  const [urn, roll] = [header.indexOf('URN'), header.indexOf('NOR')];
  const row = lines.findIndex(
    (line, index) => index > 0 && /^\d{6}$/.test(line.split(',')[urn] ?? '') && Number(line.split(',')[roll]) > 0,
  );
  const cells = lines[row]!.split(',');
  cells[roll] = String(1000 + time);
  return lines.toSpliced(row, 1, cells.join(',')).join('\n');
}

async function holdings(): Promise<Holdings> {
  const config = { ...readConfig({ ALONGSIDE_HOME: home }), databaseUrl: null };
  const opened = await openDatabase(config, { command: 'bench/kill-import', exclusive: true });
  try {
    const { rows } = await opened.owner.pool.query<Holdings>(
      `select (select count(*) from import) as imports, (select max(id) from import) as newest,
         count(*) as figures, sum(o.value) as rolls, max(o.import_id) as "newestWithFigures"
       from observation o join measure m on m.id = o.measure_id where m.code = 'roll' and o.year = 2021`,
    );
    return rows[0]!;
  } finally {
    await opened.close();
  }
}

function outcomeOf(before: Holdings, after: Holdings): keyof typeof counts {
  if (after.imports === before.imports)
    return after.rolls === before.rolls && after.figures === before.figures ? 'before' : 'between';
  const whole =
    after.newestWithFigures === after.newest && after.figures === before.figures && after.rolls !== before.rolls;
  return after.imports === before.imports + 1 && whole ? 'after' : 'between';
}
