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
import { mustBeHeldByPolicies } from './row-security.ts';
import { parsers } from './parsers.ts';
import type { Database } from './schema.ts';

/** Connections to a database in one role: `db` is for queries by builder, `pool` for COPY and plain SQL. */
export interface Connections {
  db: Kysely<Database>;
  pool: pg.Pool;
}

/**
 * An open, migrated database. `db` and `pool` connect as the site's role, which owns nothing and is held by row policies;
 * `owner` is for the work of the house alone: migrations, loading published data, the queue, verifying the audit trail.
 */
export interface OpenDatabase extends Connections {
  owner: Connections;
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

/** The role that the site connects as; made by migration 004. */
export const SITE_ROLE = 'alongside_app';
const JOIN_TIMEOUT_MS = 60_000;

/**
 * Opens the database: the one at DATABASE_URL, or else the embedded one, started here or joined.
 * Throws DatabaseError with a one-line mend when it cannot.
 */
export async function openDatabase(config: Config, options: OpenOptions): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    const patience = { connectionTimeoutMillis: 10_000 };
    const owner = { connectionString: config.databaseOwnerUrl ?? config.databaseUrl, ...patience };
    // Where the site has no login of its own, it takes on its role at the beginning of each connection.
    const site = { connectionString: config.databaseUrl, ...patience, options: `-c role=${SITE_ROLE}` };
    return openPools(owner, site, { ownLogin: config.databaseOwnerUrl !== null });
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
    const opened = await openPools(settings, siteSettings(settings), { ownLogin: true, stopNow });
    const close = async () => {
      await opened.close();
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

function siteSettings(settings: pg.PoolConfig): pg.PoolConfig {
  return { ...settings, user: SITE_ROLE };
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
  const settings = embeddedSettings(holder.socketFolder);
  return openPools(settings, siteSettings(settings), { ownLogin: true });
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

interface PoolsOptions {
  /** Whether the site's login itself is meant to be held by row policies, and not only the role that it takes on. */
  ownLogin: boolean;
  stopNow?: () => Promise<void>;
}

async function openPools(
  ownerSettings: pg.PoolConfig,
  siteSettings: pg.PoolConfig,
  { ownLogin, stopNow = async () => {} }: PoolsOptions,
): Promise<OpenDatabase> {
  const owner = connectionsOf(ownerSettings);
  const site = connectionsOf(siteSettings);
  // Not db.destroy(): Kysely leaves the pool open when no query has gone through it.
  const close = async () => {
    await Promise.all([site.pool.end(), owner.pool.end()]);
  };
  try {
    await mustBeNewEnough(owner.pool);
    await migrate(owner.pool);
    await mustBeHeldByPolicies(site.pool, ownLogin);
  } catch (error) {
    await close();
    await stopNow();
    throw error instanceof DatabaseError ? error : new DatabaseError(`Cannot use the database: ${reasonOf(error)}`);
  }
  return { ...site, owner, close, stopNow };
}

/** Connections by these settings; to be ended by the caller. */
export function connectionsOf(settings: pg.PoolConfig): Connections {
  const pool = new pg.Pool({ max: 10, application_name: `alongside ${process.pid}`, ...settings, types: parsers });
  surviveBrokenConnections(pool);
  return { pool, db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }) };
}

/** How a pool connects, as plain data that a thread can be given. */
export function settingsOf({ options }: pg.Pool): pg.PoolConfig {
  const { connectionString, host, port, user, password, database, options: atStart } = options;
  const settings = { connectionString, host, port, user, password, database, options: atStart };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/**
 * A connection that breaks while idle is replaced at its next use, and one that breaks in use rejects its query; without
 * listeners either would end the process besides.
 */
export function surviveBrokenConnections(pool: pg.Pool): void {
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
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
