// Makes dist/ from src/ when the sources have changed, so that commands run plain JavaScript: starting from TypeScript
// costs two seconds of translation each time. Types are checked by npm run check, not here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { extname, join, relative } from 'node:path';
import { PROJECT } from './packages.js';

const SOURCES = join(PROJECT, 'src');
const DIST = join(PROJECT, 'dist');
const STAMP = 'made-from';

/** Brings dist/ up to date. Ends the process with the compiler's own words when that fails. */
export function build() {
  const stamp = fingerprint();
  if (existsSync(join(DIST, STAMP)) && readFileSync(join(DIST, STAMP), 'utf8') === stamp) return;
  // Made aside and put in place in one step: another process may be reading the old one, or making the same.
  const draft = mkdtempSync(join(PROJECT, 'dist-'));
  const tsc = join(PROJECT, 'node_modules', '.bin', 'tsc');
  const made = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', draft], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    console.error(`The sources could not be compiled:\n${made.stdout}${made.stderr}`);
    process.exit(1);
  }
  // Stylesheets, pictures and migrations are read from beside the code that uses them.
  cpSync(SOURCES, draft, {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || !/^\.tsx?$/.test(extname(path)),
  });
  writeFileSync(join(draft, STAMP), stamp);
  putInPlace(draft);
}

function putInPlace(draft) {
  const old = `${draft}-old`;
  try {
    if (existsSync(DIST)) renameSync(DIST, old);
    renameSync(draft, DIST);
  } catch {
    // Another process was first, from the same sources.
    rmSync(draft, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

/** Names, sizes and times of all sources but tests, with how they are compiled: reading every file would take longer than it saves. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const name of ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json']) addFile(hash, join(PROJECT, name));
  for (const entry of readdirSync(SOURCES, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) addFile(hash, join(entry.parentPath, entry.name));
  }
  return hash.digest('hex');
}

function addFile(hash, path) {
  const { mtimeMs, size } = statSync(path);
  hash.update(`${relative(PROJECT, path)} ${mtimeMs} ${size}\n`);
}
