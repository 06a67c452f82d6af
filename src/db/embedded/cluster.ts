import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError } from '../database-error.ts';
import { type Identity, runAs } from './identity.ts';
import { processExists } from './lock.ts';
import type { Place } from './place.ts';

/** A running embedded server. */
export interface Cluster {
  /** Stops the server: open transactions are rolled back, everything committed is kept. Safe to call twice. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;

// A laptop's share of memory; WAL kept small while published files are copied in; nothing listens on the network.
const SETTINGS = {
  listen_addresses: '',
  shared_buffers: '256MB',
  maintenance_work_mem: '256MB',
  work_mem: '32MB',
  max_wal_size: '2GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '50',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Starts the server of a place: makes its data folder first when there is none, and stops a server that a crash left running. */
export async function startCluster(place: Place, identity: Identity): Promise<Cluster> {
  if (!existsSync(place.dataFolder)) initialise(place, identity);
  mustBeSameVersion(place);
  await stopOrphan(place);
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: place.socketFolder });
  const args = ['-D', place.dataFolder, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const { file, args: allArgs, uid, gid } = runAs(identity, place.binaries.postgres, args);
  const log = openSync(place.logFile, 'w');
  // Detached: Ctrl-C in a terminal reaches Alongside alone, which then stops the server when its own work is put away.
  const server = spawn(file, allArgs, { cwd: place.dataFolder, detached: true, stdio: ['ignore', log, log], uid, gid });
  server.unref();
  await untilReady(place, server);
  return { stop: () => stopServer(server) };
}

function initialise(place: Place, identity: Identity): void {
  // A kill in the middle leaves only the draft, which the next start throws away.
  const draft = `${place.dataFolder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (identity.kind === 'user') chownSync(draft, identity.uid, identity.gid);
  const { file, args, uid, gid } = runAs(identity, place.binaries.initdb, [
    '-D',
    draft,
    '--username=alongside',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    // The socket stands in a folder that only this user may enter, and nothing listens on the network.
    '--auth-local=trust',
    '--auth-host=reject',
  ]);
  const result = spawnSync(file, args, { cwd: draft, uid, gid, encoding: 'utf8' });
  if (result.status !== 0) {
    throw new DatabaseError(
      `PostgreSQL could not make its data folder: ${lastLine(result.stderr || String(result.error))}`,
    );
  }
  renameSync(draft, place.dataFolder);
}

function mustBeSameVersion(place: Place): void {
  const made = readFileSync(join(place.dataFolder, 'PG_VERSION'), 'utf8').trim();
  const result = spawnSync(place.binaries.postgres, ['--version'], { encoding: 'utf8' });
  const ours = /\d+/.exec(result.stdout ?? '')?.[0];
  if (ours === undefined)
    throw new DatabaseError(`The program ${place.binaries.postgres} does not run: run npm ci again`);
  if (made !== ours) {
    throw new DatabaseError(
      `The database in ${place.dataFolder} was made by PostgreSQL ${made} and this Alongside brings ${ours}: move the folder away to load the published data afresh, or use the version that made it`,
    );
  }
}

/** The process number in a server's `postmaster.pid`, if that process is a PostgreSQL server. */
function runningServer(place: Place): number | null {
  const file = join(place.dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (Number.isInteger(pid) && pid > 0 && processExists(pid) && programOf(pid).includes('postgres')) return pid;
  // The number now belongs to another program (or to none): PostgreSQL would refuse to start for its sake.
  rmSync(file);
  rmSync(join(place.socketFolder, '.s.PGSQL.5432.lock'), { force: true });
  return null;
}

function programOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

async function stopOrphan(place: Place): Promise<void> {
  const pid = runningServer(place);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (processExists(pid)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGQUIT');
    if (Date.now() > deadline + STOP_TIMEOUT_MS) {
      throw new DatabaseError(
        `A PostgreSQL server left behind by a crash (process ${pid}) does not stop: stop it by hand, then start again`,
      );
    }
    await pause(20);
  }
}

async function untilReady(place: Place, server: ChildProcess): Promise<void> {
  let failure: Error | null = null;
  server.once('error', (error) => (failure = error));
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!saysReady(place, server)) {
    if (failure !== null || server.exitCode !== null || server.signalCode !== null || Date.now() > deadline) {
      throw new DatabaseError(
        `PostgreSQL did not start; the end of ${place.logFile} says: ${lastLine(readFileSync(place.logFile, 'utf8'))}`,
      );
    }
    await pause(10);
  }
}

/** The eighth line of `postmaster.pid` is the server's own word on its state; pg_ctl waits for it in the same way. */
function saysReady(place: Place, server: ChildProcess): boolean {
  try {
    const lines = readFileSync(join(place.dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  const overdue = setTimeout(() => server.kill('SIGQUIT'), STOP_TIMEOUT_MS);
  await gone;
  clearTimeout(overdue);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
