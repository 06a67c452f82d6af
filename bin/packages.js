// What has to be true before any of the project's own code can run: a Node that is new enough, and the packages.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

/** Ends the process with one line when Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(
    `Alongside needs Node ${OLDEST_NODE.join('.')} or newer and this is ${process.versions.node}: install a newer Node.`,
  );
  process.exit(1);
}

/**
 * True when node_modules holds what package-lock.json asks for; npm keeps a copy of the lock of its last install.
 * Packages for development count only where they are needed: a production install leaves them out.
 */
export function packagesAreCurrent({ development = false } = {}) {
  const installed = join(PROJECT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, dev }]) =>
      path === '' || optional || (dev && !development) || have[path]?.version === version,
  );
}

/** Installs the packages when they are absent or old. Ends the process with npm's own words when that fails. */
export function installPackages(needs) {
  if (packagesAreCurrent(needs)) return;
  console.error('Installing packages (once, about half a minute)…');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: PROJECT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status === 0) return;
  console.error('The packages could not be installed: see what npm says above, then start again.');
  process.exit(1);
}
