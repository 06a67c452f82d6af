import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alongside, PROJECT } from './commands.ts';

const CACHE = join(PROJECT, 'node_modules', '.cache');

/** What a loaded database depends on: the bundled data, the policies, and the code that loads and judges. */
const MADE_FROM = [
  'data/manifest.json',
  'policies',
  'src/db',
  'src/opendata',
  'src/schools',
  'src/need',
  'src/leaders',
  'src/prepare-data.ts',
];

/**
 * A folder with the whole of the bundled data loaded, for a test to run on and throw away. The first call loads it (as a
 * first start does) and keeps a copy that later calls and later runs take, until something that it was made from changes.
 */
export async function loadedHome(): Promise<{ home: string; remove: () => void }> {
  const kept = join(CACHE, `alongside-loaded-${fingerprint()}`);
  if (!existsSync(kept)) await load(kept);
  const parent = mkdtempSync(join(tmpdir(), 'alongside-home-'));
  const home = join(parent, 'home');
  cpSync(kept, home, { recursive: true, verbatimSymlinks: true });
  return { home, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

async function load(kept: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  for (const old of readdirSync(CACHE).filter((name) => name.startsWith('alongside-loaded-'))) {
    // Another test file may be loading the same beside this one, and may be done by now.
    if (join(CACHE, old) !== kept) rmSync(join(CACHE, old), { recursive: true, force: true });
  }
  const draft = mkdtempSync(join(CACHE, 'draft-'));
  const { code, stderr } = await alongside(draft, ['need', '--area', '821', '--json']);
  if (code !== 0) throw new Error(`The bundled data could not be loaded:\n${stderr}`);
  try {
    renameSync(draft, kept);
  } catch {
    // Another test file was first, with the same content.
    rmSync(draft, { recursive: true });
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of MADE_FROM) addTo(hash, join(PROJECT, path));
  return hash.digest('hex').slice(0, 12);
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (/\.test\.tsx?$/.test(path)) return;
  if (/\.(tsx?|json|sql)$/.test(path)) {
    hash.update(path).update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).toSorted()) addTo(hash, join(path, name));
}
