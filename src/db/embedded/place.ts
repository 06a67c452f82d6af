import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DatabaseError } from '../database-error.ts';
import { type Binaries, binariesBelow } from './binaries.ts';
import { canReach, type Identity } from './identity.ts';

/** Where the programs, the data, the sockets and the server's log of one Alongside folder are. */
export interface Place {
  binaries: Binaries;
  dataFolder: string;
  socketFolder: string;
  logFile: string;
}

// Linux allows 107 characters for a socket's path; the server adds "/.s.PGSQL.5432.lock".
const LONGEST_SOCKET_FOLDER = 85;
// Where an ordinary user may keep data when root's folder is closed to it.
const SHARED_STATE = '/var/lib/alongside';

/**
 * Makes the folders that the server needs and says where they are. Everything stands in `home`, except:
 * sockets, when the path of `home` is too long for one; and, when the server must run as a user who cannot reach
 * `home` or the programs, a folder of its own below /var/lib/alongside with a copy of the programs.
 * Throws DatabaseError when a folder cannot be made or is somebody else's.
 */
export function preparePlace(home: string, binaries: Binaries, identity: Identity): Place {
  makeFolder(home);
  const reachable = canReach(identity, home) && canReach(identity, binaries.postgres);
  const root = reachable ? home : join(SHARED_STATE, shortName(home));
  if (!reachable) {
    makeFolder(SHARED_STATE);
    makeFolder(root);
  }
  const wanted = join(root, 'run');
  const socketFolder = wanted.length <= LONGEST_SOCKET_FOLDER ? wanted : join(tmpdir(), `alongside-${shortName(home)}`);
  makeFolder(socketFolder, 0o700);
  mustBeOurs(socketFolder, identity);
  const place: Place = {
    binaries: reachable ? binaries : copyPrograms(binaries, root),
    dataFolder: join(root, 'postgres'),
    socketFolder,
    logFile: join(home, 'postgres.log'),
  };
  if (identity.kind === 'user') {
    if (!reachable) chownSync(root, identity.uid, identity.gid);
    chownSync(socketFolder, identity.uid, identity.gid);
  }
  return place;
}

function shortName(home: string): string {
  return createHash('sha256').update(home).digest('hex').slice(0, 12);
}

/** Makes a folder and those above it. Not by mkdir's own `recursive`, which never returns for a folder below /proc. */
function makeFolder(path: string, mode = 0o755): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    throw new DatabaseError(
      `Cannot make the folder ${path} (${code}): let this user write in ${dirname(path)}, or set ALONGSIDE_HOME to a folder that it may write in`,
    );
  }
}

/** A folder in a place that others can write in (/tmp) may have been put there by somebody else. */
function mustBeOurs(folder: string, identity: Identity): void {
  const { uid, mode } = lstatSync(folder);
  const ours = [process.getuid?.() ?? uid, identity.kind === 'user' ? identity.uid : uid];
  if (!ours.includes(uid) || (mode & 0o022) !== 0) {
    throw new DatabaseError(
      `The folder ${folder} is not only ours to write in: remove it, or set ALONGSIDE_HOME to a shorter path`,
    );
  }
}

function copyPrograms(binaries: Binaries, root: string): Binaries {
  const version = basename(dirname(binaries.root)) + '-' + shortName(binaries.root);
  const copy = join(root, 'programs', version);
  if (!existsSync(copy)) {
    const draft = `${copy}.new`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(binaries.root, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, copy);
  }
  return binariesBelow(copy);
}
