// oxlint-disable unicorn/require-post-message-target-origin -- a thread posts to its parent, which has no origin
import { parentPort, workerData } from 'node:worker_threads';
import type pg from 'pg';
import { connectionsOf } from './db/connect.ts';
import { workOnJob } from './opendata/commands/work-on-job.ts';
import type { JobProgress } from './opendata/rules/import-job.ts';
import { drawConclusions } from './prepare-data.ts';

/** What the thread is given. */
export interface ImportOrder {
  /** How the owner of the tables connects. */
  settings: pg.PoolConfig;
  /** The job whose step is to be done; null to draw conclusions alone. */
  jobId: string | null;
  /** Where its files are put together. */
  folder: string;
}

// The entry of the thread: does the step, draws conclusions from what was loaded, tells of progress, and ends.
const { settings, jobId, folder } = workerData as ImportOrder;
const tell = (progress: JobProgress) => parentPort?.postMessage(progress);
const { pool, db } = connectionsOf(settings);
try {
  const step = jobId === null ? 'load' : await workOnJob(pool, jobId, { folder, onProgress: tell });
  if (step === 'load') {
    await drawConclusions(db, {
      step: (title, done, total) => tell({ position: null, title, done, total, waits: false }),
      say: () => {},
    });
  }
} finally {
  await pool.end();
}
