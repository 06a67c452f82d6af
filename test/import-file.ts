import type { Pool } from 'pg';
import { importFiles, type ImportOptions } from '../src/opendata/commands.ts';

type ImportOutcome = Awaited<ReturnType<typeof importFiles>>['done'][number];

/** Loads the one published file at a path, as importFiles does. Throws ImportError where that would be in its report. */
export async function importFile(pool: Pool, path: string, options: ImportOptions = {}): Promise<ImportOutcome> {
  const { done, refused } = await importFiles(pool, path, options);
  if (refused[0]) throw refused[0];
  if (done[0] && done.length === 1) return done[0];
  throw new Error(`${path} holds ${done.length} published files and not one`);
}
