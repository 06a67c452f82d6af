import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { type Queue, workOffQueue } from '../../db/under-lock.ts';
import { DAYS_KEPT_UNDECIDED, type ImportState, type ImportStep } from '../rules/import-job.ts';

/** Does the step of a job, and draws the conclusions from what it loaded; without a job, the conclusions alone. Rejects once `signal` ends it. */
export type DoWork = (jobId: string | null, signal: AbortSignal) => Promise<void>;

interface Deps {
  /** As the owner of the tables. */
  pool: Pool;
  doWork: DoWork;
  /** Where faults of ours are told, a line each. */
  log: (line: string) => void;
}

const QUEUE: Queue = { table: 'import_job', lock: 821_882 };

/** How often it is looked whether somebody wants the job under way to stop. */
const LOOK_EVERY_MS = 1000;

/**
 * Works off the imports that wait, one after the other, until none does; returns at once where another process is at it. What a process
 * that was ended left behind is told as cut off: whoever holds the lock knows that nobody else is at work. Files that nobody
 * decided about for a week are given up.
 */
export async function workOffImports(deps: Deps): Promise<void> {
  await workOffQueue(deps.pool, QUEUE, () => workOff(deps));
}

async function workOff({ pool, doWork, log }: Deps): Promise<void> {
  const left = await pool.query(
    `update import_job set state = 'cut off', progress = null, cancel_asked_at = null, ended_at = now() where state = 'working'`,
  );
  if (left.rowCount !== 0) await conclude({ doWork, log });
  await giveUpUndecided(pool);
  for (let job = await takeNext(pool); job !== undefined; job = await takeNext(pool)) {
    const became = await become(pool, doWork, job, log);
    await finish(pool, job.id, became);
    // Files that were loaded before it ended early stay, and need is drawn from them.
    if (job.step === 'load' && became.state !== 'loaded') await conclude({ doWork, log });
  }
}

interface Taken {
  id: string;
  step: ImportStep;
}

async function takeNext(pool: Pool): Promise<Taken | undefined> {
  const { rows } = await pool.query<Taken>(
    `update import_job set state = 'working' where id = (
       select id from import_job where state = 'waiting' order by waiting_since limit 1 for update skip locked)
     returning id, step`,
  );
  return rows[0];
}

/** Works on a job until it is done, fails, or somebody stops it; answers what has become of it. */
async function become(
  pool: Pool,
  doWork: DoWork,
  { id, step }: Taken,
  log: Deps['log'],
): Promise<{ state: ImportState; fault: string | null }> {
  const stop = new AbortController();
  const looking = setInterval(() => {
    isToStop(pool, id).then(
      (yes) => yes && stop.abort(),
      // The next look may reach the database again.
      () => {},
    );
  }, LOOK_EVERY_MS);
  try {
    await doWork(id, stop.signal);
    return { state: step === 'check' ? 'checked' : 'loaded', fault: null };
  } catch (error) {
    // Stopped while conclusions were drawn, everything had been loaded.
    if (stop.signal.aborted) return { state: (await isLoaded(pool, id, step)) ? 'loaded' : 'cancelled', fault: null };
    return { state: 'failed', fault: tellFault(log, error, id) };
  } finally {
    clearInterval(looking);
  }
}

async function conclude({ doWork, log }: Omit<Deps, 'pool'>): Promise<void> {
  try {
    await doWork(null, new AbortController().signal);
  } catch (error) {
    tellFault(log, error, null);
  }
}

function tellFault(log: Deps['log'], error: unknown, job: string | null): string {
  const fault = randomUUID().slice(0, 8);
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log(`${JSON.stringify({ at: new Date().toISOString(), id: fault, import: job, error: told })}\n`);
  return fault;
}

async function isToStop(pool: Pool, id: string): Promise<boolean> {
  const { rows } = await pool.query('select from import_job where id = $1 and cancel_asked_at is not null', [id]);
  return rows.length > 0;
}

async function isLoaded(pool: Pool, id: string, step: ImportStep): Promise<boolean> {
  if (step === 'check') return false;
  const { rows } = await pool.query('select from import_job_file where job_id = $1 and loaded is null', [id]);
  return rows.length === 0;
}

async function finish(
  pool: Pool,
  id: string,
  { state, fault }: { state: ImportState; fault: string | null },
): Promise<void> {
  await pool.query(
    `with gone as (delete from import_job_part where job_id = $1 and $2 = 'loaded')
     update import_job set state = $2, fault = $3, progress = null, cancel_asked_at = null, ended_at = now() where id = $1`,
    [id, state, fault],
  );
}

async function giveUpUndecided(pool: Pool): Promise<void> {
  await pool.query(
    `with given_up as (
       update import_job set state = 'discarded', ended_at = now()
       where state in ('checked', 'cancelled', 'cut off', 'failed') and ended_at < now() - make_interval(days => $1)
       returning id)
     delete from import_job_part where job_id in (select id from given_up)`,
    [DAYS_KEPT_UNDECIDED],
  );
}
