import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The process that runs the embedded database of one folder. */
export interface Holder {
  pid: number;
  /** When the process started, as the system tells it: a number re-used by a later process does not match. */
  started: string;
  /** The system's name for the set of processes that can see one another (a container has its own). */
  processes: string;
  /** The command in words, for messages. */
  command: string;
  since: string;
  /** Folder of the server's socket, for those who join. */
  socketFolder: string;
}

export type LockResult = { ok: true; release: () => void } | { ok: false; holder: Holder };

const BEAT_MS = 2000;
// A holder in another container cannot be asked whether it lives; it lives while it touches the file.
const SILENT_MS = 5 * BEAT_MS;

/**
 * Takes the lock of a folder (`lock.json`), or tells who holds it. A lock left behind by a process that has died is
 * taken over, so that a crash blocks nothing.
 */
export function takeLock(folder: string, command: string, socketFolder: string): LockResult {
  const path = join(folder, 'lock.json');
  const mine = JSON.stringify({
    ...describeSelf(),
    command,
    since: new Date().toISOString(),
    socketFolder,
  } satisfies Holder);
  for (;;) {
    if (createWhole(path, mine)) return { ok: true, release: keepAlive(path, mine) };
    const found = readLock(path);
    if (found === null) continue;
    if (isAlive(path, found.holder)) return { ok: false, holder: found.holder };
    removeExactly(path, found.text);
  }
}

/** Who holds the lock of a folder now, or null when nobody living does. */
export function lockHolder(folder: string): Holder | null {
  const path = join(folder, 'lock.json');
  const found = readLock(path);
  return found !== null && isAlive(path, found.holder) ? found.holder : null;
}

/** Creates the file with its content in one step, so that nobody ever reads half a lock. False when it exists. */
function createWhole(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readLock(path: string): { text: string; holder: Holder } | null {
  try {
    const text = readFileSync(path, 'utf8');
    return { text, holder: JSON.parse(text) as Holder };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Removes the lock only if it still is the one that was judged dead: another process may have taken it over meanwhile. */
function removeExactly(path: string, text: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== text) linkSync(aside, path);
  rmSync(aside);
}

function keepAlive(path: string, text: string): () => void {
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(path, now, now);
    } catch {
      // The folder was taken away while we run: nothing is left to keep alive.
    }
  }, BEAT_MS);
  beat.unref();
  return () => {
    clearInterval(beat);
    removeExactly(path, text);
  };
}

function isAlive(path: string, holder: Holder): boolean {
  if (holder.processes !== describeSelf().processes) {
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return Date.now() - touched < SILENT_MS;
  }
  return processExists(holder.pid) && startOf(holder.pid) === holder.started;
}

function describeSelf(): Pick<Holder, 'pid' | 'started' | 'processes'> {
  return { pid: process.pid, started: startOf(process.pid), processes: processNamespace() };
}

/** True when a process with this number runs, whoever owns it. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start of a process since boot, with the boot's own name; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the program's name, may hold spaces and brackets; the start is the 20th after it.
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
}

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
