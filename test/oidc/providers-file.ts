import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a providers file into a folder of its own. */
export function providersFileOf(providers: readonly Record<string, unknown>[]): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-providers-'));
  const path = join(folder, 'providers.json');
  writeFileSync(path, JSON.stringify({ providers }));
  return { path, remove: () => rmSync(folder, { recursive: true }) };
}
