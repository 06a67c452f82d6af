import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DatabaseError } from '../database-error.ts';

/**
 * How the server is run so that PostgreSQL accepts it: PostgreSQL refuses to run as root.
 * - `self`: as the user who started Alongside.
 * - `namespace`: root, inside a user namespace that shows root as an ordinary user; files stay root's own.
 * - `user`: where namespaces are barred (many containers): as an ordinary system user, who must be able to reach the files.
 */
export type Identity =
  | { kind: 'self' }
  | { kind: 'namespace' }
  | { kind: 'user'; uid: number; gid: number; name: string };

// Ordinary users that Linux systems have, best first. initdb needs a user whose number has a name.
const USERS = ['postgres', 'nobody'];
const NOBODY = '65534';
const UNSHARE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/** Chooses how to run the server. `isRoot` is an argument so that every way can be tested. */
export function chooseIdentity(isRoot = process.getuid?.() === 0): Identity {
  if (!isRoot) return { kind: 'self' };
  if (spawnSync('unshare', [...UNSHARE, 'true']).status === 0) return { kind: 'namespace' };
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const wanted of USERS) {
    const [name, , uid, gid] = users.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? [];
    if (name !== undefined) return { kind: 'user', uid: Number(uid), gid: Number(gid), name };
  }
  throw new DatabaseError(
    'PostgreSQL refuses to run as root, and this system has neither user namespaces nor a user "postgres" or "nobody": start Alongside as an ordinary user, or set DATABASE_URL',
  );
}

/** The program, arguments and user to spawn, so that `program` runs under the identity. */
export function runAs(
  identity: Identity,
  program: string,
  args: string[],
): { file: string; args: string[]; uid?: number; gid?: number } {
  if (identity.kind === 'namespace') return { file: 'unshare', args: [...UNSHARE, program, ...args] };
  if (identity.kind === 'user') return { file: program, args, uid: identity.uid, gid: identity.gid };
  return { file: program, args };
}

/** True when the identity may read the file or folder at `path`: every folder above must let it through. */
export function canReach(identity: Identity, path: string): boolean {
  if (identity.kind !== 'user') return true;
  const test = spawnSync('/bin/sh', ['-c', 'test -r "$0"', path], { uid: identity.uid, gid: identity.gid, cwd: '/' });
  return test.status === 0;
}
