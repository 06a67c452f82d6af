import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { settingsOf } from './db/connect.ts';
import type { ImportOrder } from './import-thread.ts';
import type { DoWork } from './opendata/commands/work-off-imports.ts';
import type { JobProgress } from './opendata/rules/import-job.ts';
import { startThread } from './start-thread.ts';

/** Progress is written down this often at most. */
const WRITE_EVERY_MS = 1000;

/** A connection that is ended may take a moment to roll back. */
const GONE_WITHIN_MS = 30_000;

/** Where files are put together, by the process that does it. */
const FOLDER = 'alongside-import-';

/**
 * Does imports in a thread of their own, with connections of their own, so that the site goes on answering. Ended by its signal, it ends the
 * connections too: a transaction under way is rolled back, whatever statement it is in.
 */
export function importInThread(owner: pg.Pool): DoWork {
  return async (jobId, signal) => {
    await sweep();
    const folder = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`));
    const name = `alongside import ${jobId ?? 'conclusions'}`;
    const settings = { ...settingsOf(owner), application_name: name };
    try {
      await inThread({ settings, jobId, folder }, signal, (progress) => writeProgress(owner, jobId, progress));
    } finally {
      if (signal.aborted) await endConnections(owner, name);
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function inThread(
  order: ImportOrder,
  signal: AbortSignal,
  write: (progress: JobProgress) => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = startThread(import.meta.url, 'import-thread', order);
    let newest: JobProgress | undefined;
    const writing = setInterval(() => {
      const progress = newest;
      newest = undefined;
      // What could not be written now is older than what is written next.
      if (progress !== undefined) write(progress).catch(() => {});
    }, WRITE_EVERY_MS);
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (progress: JobProgress) => (newest = progress));
    worker.on('error', reject);
    worker.on('exit', (code) => {
      clearInterval(writing);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(new Error('The import was stopped'));
      else if (code === 0) resolve();
      else reject(new Error(`The import's thread ended with ${code}`));
    });
    if (signal.aborted) stop();
  });
}

/** Removes what processes that were killed left behind. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(FOLDER) ? Number(/^\d+(?=-)/.exec(name.slice(FOLDER.length))?.[0]) : Number.NaN;
    if (isGone(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isGone(pid: number): boolean {
  if (Number.isNaN(pid)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // Somebody else's process is there too, only not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

async function writeProgress(owner: pg.Pool, jobId: string | null, progress: JobProgress): Promise<void> {
  if (jobId === null) return;
  await owner.query(`update import_job set progress = $2 where id = $1 and state = 'working'`, [
    jobId,
    JSON.stringify(progress),
  ]);
}

/** A thread that ends leaves its statement running in the server until that has something to say. */
async function endConnections(owner: pg.Pool, name: string): Promise<void> {
  for (const until = Date.now() + GONE_WITHIN_MS; Date.now() < until; await pause(50)) {
    const { rowCount } = await owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()',
      [name],
    );
    if (rowCount === 0) return;
  }
}
