import { accessSync, constants, existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Config } from '../config.ts';
import { DatabaseError } from './database-error.ts';
import { findBinaries } from './embedded/binaries.ts';
import { startCluster } from './embedded/cluster.ts';
import { chooseIdentity } from './embedded/identity.ts';
import { type Holder, lockHolder, takeLock } from './embedded/lock.ts';
import { preparePlace } from './embedded/place.ts';
import { migrate } from './migrate.ts';
import { parsers } from './parsers.ts';
import type { Database } from './schema.ts';

/** An open, migrated database. `db` is for queries by builder, `pool` for COPY. */
export interface OpenDatabase {
  db: Kysely<Database>;
  pool: pg.Pool;
  /** Closes the connections; then, if this process runs the server, waits until nobody else uses it and stops it. */
  close(): Promise<void>;
  /** For a process that is told to end: stops the server at once if this process runs it. Work under way is rolled back. */
  stopNow(): Promise<void>;
}

export interface OpenOptions {
  /** The command in words, shown to others who find the database held. */
  command: string;
  /** True for the site, which must be the one that runs the embedded server; other commands join whoever runs it. */
  exclusive: boolean;
}

const OLDEST_VERSION = 150_000;
const JOIN_TIMEOUT_MS = 60_000;

/**
 * Opens the database: the one at DATABASE_URL, or else the embedded one, started here or joined.
 * Throws DatabaseError with a one-line mend when it cannot.
 */
export async function openDatabase(config: Config, options: OpenOptions): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    return openPool({ connectionString: config.databaseUrl, connectionTimeoutMillis: 10_000 });
  }
  const binaries = findBinaries();
  const identity = chooseIdentity();
  const place = preparePlace(config.home, binaries, identity);
  mustBeWritable(config.home);
  const lock = takeLock(config.home, options.command, place.socketFolder);
  if (!lock.ok) return join(config, options, lock.holder);
  try {
    const cluster = await startCluster(place, identity);
    const settings = embeddedSettings(place.socketFolder);
    const stopNow = async () => {
      await cluster.stop();
      lock.release();
    };
    const opened = await openPool(settings, stopNow);
    const close = async () => {
      await opened.pool.end();
      if (!options.exclusive) await untilUnused(settings);
      await stopNow();
    };
    return { ...opened, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function embeddedSettings(socketFolder: string): pg.PoolConfig {
  return { host: socketFolder, user: 'alongside', database: 'postgres' };
}

async function join(config: Config, options: OpenOptions, holder: Holder): Promise<OpenDatabase> {
  if (options.exclusive) {
    throw new DatabaseError(
      `The database in ${config.home} is run by "${holder.command}" (process ${holder.pid}, since ${holder.since}): stop it first, or set ALONGSIDE_HOME to another folder`,
    );
  }
  const deadline = Date.now() + JOIN_TIMEOUT_MS;
  while (!(await answers(embeddedSettings(holder.socketFolder)))) {
    // The holder may be starting, or may have stopped since; then this process runs the server itself.
    if (lockHolder(config.home) === null) return openDatabase(config, options);
    if (Date.now() > deadline) {
      throw new DatabaseError(
        `"${holder.command}" (process ${holder.pid}) holds the database but does not answer: stop it, then try again`,
      );
    }
    await pause(100);
  }
  return openPool(embeddedSettings(holder.socketFolder));
}

async function answers(settings: pg.PoolConfig): Promise<boolean> {
  const client = new pg.Client(settings);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

async function openPool(settings: pg.PoolConfig, stopNow: () => Promise<void> = async () => {}): Promise<OpenDatabase> {
  const pool = new pg.Pool({ ...settings, max: 10, application_name: `alongside ${process.pid}`, types: parsers });
  // A connection that breaks while idle is replaced at its next use, and one that breaks in use rejects its query; without
  // listeners either would end the process besides.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    await mustBeNewEnough(pool);
    await migrate(pool);
  } catch (error) {
    await pool.end();
    await stopNow();
    throw error instanceof DatabaseError ? error : new DatabaseError(`Cannot use the database: ${reasonOf(error)}`);
  }
  // Not db.destroy(): Kysely leaves the pool open when no query has gone through it.
  return { db, pool, close: () => pool.end(), stopNow };
}

async function mustBeNewEnough(pool: pg.Pool): Promise<void> {
  let version: number;
  try {
    const { rows } = await pool.query<{ v: string }>("select current_setting('server_version_num') as v");
    version = Number(rows[0]?.v);
  } catch (error) {
    throw new DatabaseError(
      `Cannot reach the database (${reasonOf(error)}): check that PostgreSQL runs and that DATABASE_URL is right, or unset it to use the embedded one`,
    );
  }
  if (version < OLDEST_VERSION)
    throw new DatabaseError('The database is older than PostgreSQL 15: upgrade it, or unset DATABASE_URL');
}

/** A refused connection to "localhost" fails once for each address, and the joint error has no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** Waits until no other Alongside process is connected, so that a short command does not end the server under a longer one. */
async function untilUnused(settings: pg.PoolConfig): Promise<void> {
  const client = new pg.Client({ ...settings, application_name: `alongside ${process.pid}` });
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query(
        "select 1 from pg_stat_activity where backend_type = 'client backend' and application_name <> $1 limit 1",
        [`alongside ${process.pid}`],
      );
      if (rowCount === 0) return;
      await pause(200);
    }
  } finally {
    await client.end();
  }
}

function mustBeWritable(home: string): void {
  try {
    if (existsSync(home)) accessSync(home, constants.W_OK);
  } catch {
    throw new DatabaseError(
      `The folder ${home} is read-only: make it writable, or set ALONGSIDE_HOME to a folder that is`,
    );
  }
}
