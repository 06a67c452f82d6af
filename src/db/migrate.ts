import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { tablesOutOfClass } from './confidential-classes.ts';
import { DatabaseError } from './database-error.ts';
import { tablesWithoutPolicy } from './row-security.ts';

const FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url));

// Any number will do, as long as every Alongside uses the same one: two processes must not migrate at once.
const MIGRATION_LOCK = 821_332;

/** The queue's own account of its migrations is of no use to people. */
const SILENT = new Logger(() => () => {});

/**
 * Brings the database to the newest migration: each `.sql` file in `migrations/`, in the order of names, once, each in
 * a transaction of its own. Returns the names applied now. Throws DatabaseError when the database already holds a
 * migration that this version does not know, because running old code on new tables could damage them.
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted();
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const applied = new Set(rows.map((row) => row.name));
    const unknown = [...applied].find((name) => !files.includes(name));
    if (unknown !== undefined) {
      throw new DatabaseError(
        `The database holds the migration ${unknown}, which this version of Alongside does not know: update Alongside, or use the version that made it`,
      );
    }
    const waiting = files.filter((name) => !applied.has(name));
    for (const name of waiting) {
      const sql = await readFile(new URL(name, new URL('./migrations/', import.meta.url)), 'utf8');
      await client.query('begin');
      await client.query(sql);
      await client.query('insert into migration (name) values ($1)', [name]);
      await client.query('commit');
    }
    if (waiting.length > 0) {
      await runMigrations({ pgPool: pool, logger: SILENT });
      const open = await tablesWithoutPolicy(client);
      if (open.length > 0) {
        throw new DatabaseError(
          `No row policy on ${open.join(', ')}: give the table one in its migration, or list it in src/db/row-security.ts if everybody may read all of it`,
        );
      }
      const outOfClass = await tablesOutOfClass(client);
      if (outOfClass.length > 0) {
        throw new DatabaseError(
          `A read policy on ${outOfClass.join(', ')} does not ask the question of the table's class: see src/db/confidential-classes.ts`,
        );
      }
    }
    return waiting;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
  }
}
