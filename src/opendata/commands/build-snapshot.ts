import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { bundledManifest, definitionIn } from '../queries/manifest.ts';
import { readSourceFile } from '../queries/source-file.ts';
import { DATASETS } from '../rules/datasets.ts';
import { fileTitle } from '../rules/file-title.ts';
import { ImportError } from '../rules/import-error.ts';
import { openFile } from '../rules/open-file.ts';
import { sourcesPage } from '../rules/sources-page.ts';
import type { ManifestFile, SnapshotDefinition, SnapshotManifest } from '../schema.ts';

const pack = promisify(gzip);

const REPOSITORY_DATA = fileURLToPath(new URL('../../../data/', import.meta.url));

export interface BuildOptions {
  /** Folder with the published files that data/snapshot.json names. */
  from: string;
  /** Folder that takes the packed files, manifest.json and SOURCES.md. */
  to: string;
  onFile?: ((name: string, done: number, total: number) => void) | undefined;
}

/**
 * Builds the bundled snapshot: picks the files that snapshot.json names, recognises each from its content, and packs
 * them. The same input gives the same bytes. Throws ImportError when a file is missing or not what it should be.
 */
export async function buildSnapshot({ from, to, onFile }: BuildOptions): Promise<SnapshotManifest> {
  const definition = await definitionIn(REPOSITORY_DATA);
  const before = await filesBefore(to);
  await mkdir(to, { recursive: true });
  const files: ManifestFile[] = [];
  for (const [index, described] of definition.files.entries()) {
    onFile?.(described.name, index, definition.files.length);
    files.push(await buildFile(described, from, to));
  }
  const manifest: SnapshotManifest = { title: definition.title, files };
  await writeFile(join(to, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(to, 'SOURCES.md'), sourcesPage(manifest));
  const now = new Set(files.map(({ file }) => file));
  for (const stray of before) if (!now.has(stray)) await rm(join(to, stray), { force: true });
  return manifest;
}

async function buildFile(
  described: SnapshotDefinition['files'][number],
  from: string,
  to: string,
): Promise<ManifestFile> {
  const { from: fileName, ...rest } = described;
  const source = await readSourceFile(join(from, fileName));
  const { adapter, year, rows } = openFile(source.bytes, source.name, described.year);
  let count = 0;
  for (const _ of rows) count += 1;
  const file = `${described.name}.${source.name.split('.').at(-1)}.gz`;
  await writeFile(join(to, file), await pack(source.bytes, { level: 9 }));
  return {
    ...rest,
    year,
    file,
    dataset: adapter.dataset,
    layout: adapter.layout,
    title: fileTitle(adapter.dataset, year),
    publisher: DATASETS[adapter.dataset].publisher,
    licence: DATASETS[adapter.dataset].licence,
    sha256: source.sha256,
    rows: count,
    bytes: source.bytes.length,
  };
}

/** Files of the snapshot that stands there, so that those no longer named can go. Only ever its own: never a stranger's. */
async function filesBefore(to: string): Promise<string[]> {
  try {
    return (await bundledManifest(to)).files.map(({ file }) => file);
  } catch (error) {
    if (error instanceof ImportError) return [];
    throw error;
  }
}
