import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { bundledManifest, definitionIn } from '../queries/manifest.ts';
import { contentKeeper } from '../queries/content-keeper.ts';
import { asSource, readSourceFile, type SourceFile } from '../queries/source-file.ts';
import { DATASETS } from '../rules/datasets.ts';
import { fileTitle } from '../rules/file-title.ts';
import { ImportError } from '../rules/import-error.ts';
import { openFile } from '../rules/open-file.ts';
import { outlinedLand } from '../rules/outlined-land.ts';
import { type Redrawing, redrawnAreas } from '../rules/redrawn-areas.ts';
import { sourcesPage } from '../rules/sources-page.ts';
import { yearGiven } from '../rules/year-given.ts';
import type { ManifestFile, SnapshotDefinition, SnapshotManifest } from '../schema.ts';

const pack = promisify(gzip);

const REPOSITORY_DATA = fileURLToPath(new URL('../../../data/', import.meta.url));

export interface BuildOptions {
  /** Folder with the published files that snapshot.json names. */
  from: string;
  /** Folder that takes the packed files, manifest.json and SOURCES.md. */
  to: string;
  /** Folder with snapshot.json; the repository's own when left out. */
  definition?: string;
  onFile?: ((name: string, done: number, total: number) => void) | undefined;
}

/**
 * Builds the bundled snapshot: picks the files that snapshot.json names, recognises each from its content, and packs
 * them. The same input gives the same bytes. Throws ImportError, with nothing written, when a file is missing or is
 * not what snapshot.json says.
 */
export async function buildSnapshot(options: BuildOptions): Promise<SnapshotManifest> {
  const { from, to, definition = REPOSITORY_DATA, onFile } = options;
  const { title, files: wanted } = await definitionIn(definition);
  const before = await filesBefore(to);
  const built: { entry: ManifestFile; packed: Buffer }[] = [];
  for (const [index, described] of wanted.entries()) {
    onFile?.(described.name, index, wanted.length);
    built.push(await buildFile(described, from));
  }
  const manifest: SnapshotManifest = { title, files: built.map(({ entry }) => entry) };
  await mkdir(to, { recursive: true });
  for (const { entry, packed } of built) await writeFile(join(to, entry.file), packed);
  await writeFile(join(to, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(to, 'SOURCES.md'), sourcesPage(manifest));
  const now = new Set(manifest.files.map(({ file }) => file));
  for (const stray of before) if (!now.has(stray)) await rm(join(to, stray), { force: true });
  return manifest;
}

type Described = SnapshotDefinition['files'][number];

async function buildFile(described: Described, from: string): Promise<{ entry: ManifestFile; packed: Buffer }> {
  const { from: fileName, redrawn, outlined, ...rest } = described;
  const path = join(from, fileName);
  const source = redrawn
    ? await redraw(path, join(from, redrawn.topology), described.name, redrawn)
    : outlined
      ? geojson(described.name, outlinedLand(JSON.parse(await textOf(path)), outlined))
      : await readSourceFile(path);
  try {
    return await packedEntry(source, rest);
  } finally {
    source.close();
  }
}

async function packedEntry(
  source: SourceFile,
  described: Omit<Described, 'from' | 'redrawn' | 'outlined'>,
): Promise<{ entry: ManifestFile; packed: Buffer }> {
  const { adapter, year, firstYear, rows } = openFile(source, yearGiven(described.layout, described.year));
  if (adapter.layout !== described.layout) {
    throw new ImportError({
      file: source.name,
      problem: `its header is that of the layout ${adapter.layout}, but snapshot.json calls it ${described.layout}`,
      mend: 'Put the right file in its place, or mend snapshot.json',
    });
  }
  let count = 0;
  for (const _ of rows) count += 1;
  const { publisher, licence } = DATASETS[adapter.dataset];
  const entry: ManifestFile = {
    ...described,
    year,
    file: `${described.name}.${source.name.split('.').at(-1)}.gz`,
    dataset: adapter.dataset,
    title: fileTitle(adapter.dataset, year, firstYear),
    publisher,
    licence,
    sha256: source.sha256,
    rows: count,
    bytes: source.size,
  };
  return { entry, packed: await pack(Buffer.concat([...source.chunks()]), { level: 9 }) };
}

/** Boundaries of after a reorganisation, drawn from those of before it; see redrawnAreas. */
async function redraw(before: string, topology: string, name: string, redrawing: Redrawing): Promise<SourceFile> {
  return geojson(name, redrawnAreas(await textOf(before), JSON.parse(await textOf(topology)), redrawing));
}

function geojson(name: string, text: string): SourceFile {
  const keeper = contentKeeper(name);
  keeper.add(Buffer.from(text));
  return asSource(`${name}.geojson`, keeper.finish());
}

async function textOf(path: string): Promise<string> {
  const source = await readSourceFile(path);
  try {
    return Buffer.concat([...source.chunks()]).toString('utf8');
  } finally {
    source.close();
  }
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
