import type { Pool } from 'pg';

/** A table of jobs with a state each, and the lock of whoever works them off: of all copies of the site, one at a time. */
export interface Queue {
  table: 'import_job' | 'planning_proposal';
  /** Any number, the same in every Alongside. */
  lock: number;
}

/** Works off what waits in a queue until nothing does; returns at once where another process is at it. */
export async function workOffQueue(pool: Pool, { table, lock }: Queue, workOff: () => Promise<void>): Promise<void> {
  do {
    if (!(await underLock(pool, lock, workOff))) return;
    // What began to wait between the last look and the lock's release found it taken.
  } while (await anyWaits(pool, table));
}

async function anyWaits(pool: Pool, table: Queue['table']): Promise<boolean> {
  const { rows } = await pool.query<{ any: boolean }>(
    `select exists (select from ${table} where state = 'waiting') as any`,
  );
  return rows[0]?.any === true;
}

/**
 * Does the work while holding a lock that one process at a time may hold, in all that share the database. The lock goes with its
 * connection, and so with the process.
 *
 * @param lock any number, the same in every Alongside
 * @returns false, with nothing done, where another process holds it
 */
export async function underLock(pool: Pool, lock: number, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lock]);
    if (rows[0]?.got !== true) return false;
    try {
      await work();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]);
    }
    return true;
  } finally {
    client.release();
  }
}
