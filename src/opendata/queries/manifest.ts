import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ImportError } from '../rules/import-error.ts';
import { type SnapshotDefinition, snapshotDefinition, type SnapshotManifest, snapshotManifest } from '../schema.ts';

/** What the snapshot in a folder holds. Throws ImportError when manifest.json is missing or malformed. */
export function bundledManifest(dataDir: string): Promise<SnapshotManifest> {
  return readJson(join(dataDir, 'manifest.json'), snapshotManifest);
}

/** Which files make the snapshot. Throws ImportError when snapshot.json is missing or malformed. */
export function definitionIn(dataDir: string): Promise<SnapshotDefinition> {
  return readJson(join(dataDir, 'snapshot.json'), snapshotDefinition);
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new ImportError({
      file: path,
      problem: 'the file is missing or may not be read',
      mend: 'Restore the folder data/ with git',
    });
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : 'it is not JSON';
    throw new ImportError({ file: path, problem, mend: 'Mend it, or restore it with git' });
  }
}
