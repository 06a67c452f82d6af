import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { putBackDefinitions, putOffDefinitions } from './commands/first-load.ts';
import { type ImportOptions, type ImportOutcome, importSource, type Progress } from './commands/import-source.ts';
import { bundledManifest } from './queries/manifest.ts';
import { readSourceFile, type SourceFile } from './queries/source-file.ts';
import { sourceFiles } from './queries/source-files.ts';
import { ImportError } from './rules/import-error.ts';
import { yearGiven } from './rules/year-given.ts';
import type { ManifestFile } from './schema.ts';

export type { ImportOptions, ImportOutcome } from './commands/import-source.ts';

// Any number, the same in every Alongside: imports go one after another, since each looks at what is held.
const IMPORT_LOCK = 821_881;

/** What became of everything at a path: a published file, or an archive or workbook with several. */
export interface FilesAt<T> {
  done: T[];
  /** Files that could not be loaded; nothing of them was kept. */
  refused: ImportError[];
  /** What an archive or workbook holds beside published files. */
  skipped: { file: string; why: string }[];
}

/**
 * Loads the published files at a path, one after the other: a file, plain or gzipped, or all that a zip archive or an
 * xlsx workbook holds. Each is recognised from its header, read, and joined to the rows held, in one transaction with
 * its row in `import`, so that it is loaded whole or not at all. An older file or stage never takes the place of a
 * newer one. Rows that cannot be read are set aside, each with its reason. An archive that is damaged, locked, too
 * large or made to do harm is refused before anything in it is loaded.
 */
export async function importFiles(
  pool: Pool,
  path: string,
  options: OptionsOfFile = {},
): Promise<FilesAt<ImportOutcome>> {
  return withEachFile(pool, path, (source) => {
    const own = optionsOf(options, source);
    return inTransaction(pool, (client) => importSource(client, source, own), own.onWait);
  });
}

/** Options for all files at a path, or for each by its name: "archive.zip: folder/file.csv" where it is in one. */
type OptionsOfFile = ImportOptions | ((fileName: string) => ImportOptions);

function optionsOf(options: OptionsOfFile, { name }: SourceFile): ImportOptions {
  return typeof options === 'function' ? options(name) : options;
}

async function withEachFile<T>(
  pool: Pool,
  path: string,
  work: (source: SourceFile) => Promise<T>,
): Promise<FilesAt<T>> {
  const files: FilesAt<T> = { done: [], refused: [], skipped: [] };
  const orRefuse = async (attempt: () => Promise<void>) => {
    try {
      await attempt();
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      files.refused.push(error);
    }
  };
  // A first load that was ended may have left the keys down that rows are joined by.
  await putBackDefinitions(pool);
  await orRefuse(async () => {
    for await (const found of sourceFiles(path)) {
      if (found.kind === 'skipped') files.skipped.push({ file: found.file, why: found.why });
      else if (found.kind === 'refused') files.refused.push(found.error);
      else await orRefuse(async () => void files.done.push(await work(found.source)));
    }
  });
  return files;
}

/** What loading a file would do. */
export interface CheckOutcome extends Omit<ImportOutcome, 'changed' | 'importId'> {
  /** This very content is held already; the rows are what loading it once more gives. */
  held: boolean;
  /** How long reading, checking and joining its rows took. */
  seconds: number;
}

/** Loads the published files at a path as importFiles does and takes it all back, so that it is known what loading them would do. */
export async function checkFiles(
  pool: Pool,
  path: string,
  options: OptionsOfFile = {},
): Promise<FilesAt<CheckOutcome>> {
  return withEachFile(pool, path, (source) => checkSource(pool, source, optionsOf(options, source)));
}

async function checkSource(pool: Pool, source: SourceFile, options: ImportOptions): Promise<CheckOutcome> {
  const began = performance.now();
  const client = await pool.connect();
  try {
    await client.query('begin');
    await takeTurn(client, options.onWait);
    const { changed, importId: _, ...outcome } = await importSource(client, source, { ...options, again: true });
    return { ...outcome, held: !changed, seconds: (performance.now() - began) / 1000 };
  } finally {
    // Closing the connection ends the transaction, even where a COPY was broken off.
    client.release(true);
  }
}

export interface SnapshotOptions {
  /** Folder of the bundled snapshot, with its manifest.json. */
  dataDir: string;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Loads what the database lacks of the bundled snapshot: one transaction a dataset, so that a load that was ended goes
 * on where it stopped. Returns what it loaded; nothing when all was there. Throws ImportError when a bundled file is
 * missing or is not the one that the manifest names.
 */
export async function loadSnapshot(pool: Pool, { dataDir, onProgress }: SnapshotOptions): Promise<ImportOutcome[]> {
  const { files } = await bundledManifest(dataDir);
  const onIndexes = (done: number, total: number) => onProgress?.({ title: 'Indexes and checks', done, total });
  await putOffDefinitions(pool);
  const { rows } = await pool.query<{ dataset: string; year: number | null; sha256: string }>(
    'select dataset, year, sha256 from import',
  );
  const held = new Set(rows.map((row) => `${row.dataset} ${row.sha256}`));
  const lacking = files.filter((file) => !held.has(`${file.dataset} ${file.sha256}`));
  const begun = new Set(rows.map((row) => `${row.dataset} ${row.year}`));
  const read = (file: (typeof files)[number]) => readSourceFile(join(dataDir, file.file));
  const outcomes: ImportOutcome[] = [];
  // The next file is unpacked while the database works on this one.
  let next = lacking[0] && read(lacking[0]);
  try {
    for (const [index, file] of lacking.entries()) {
      const source = await next;
      const following = lacking[index + 1];
      next = following && read(following);
      next?.catch(() => {});
      // A second file on the same figures has to be weighed against the first, which needs the key.
      if (begun.has(`${file.dataset} ${file.year}`)) await putBackDefinitions(pool, onIndexes);
      begun.add(`${file.dataset} ${file.year}`);
      if (source) outcomes.push(await loadBundled(pool, file, source, onProgress).finally(source.close));
    }
  } finally {
    (await next?.catch(() => undefined))?.close();
  }
  await putBackDefinitions(pool, onIndexes);
  if (outcomes.length > 0) await pool.query('analyze');
  return outcomes;
}

async function loadBundled(
  pool: Pool,
  file: ManifestFile,
  source: SourceFile,
  onProgress: SnapshotOptions['onProgress'],
): Promise<ImportOutcome> {
  if (source.sha256 !== file.sha256) {
    throw new ImportError({
      file: file.file,
      problem: 'the bundled file is not the one that manifest.json names',
      mend: 'Restore data/ with git',
    });
  }
  const year = yearGiven(file.layout, file.year);
  const options = {
    asAt: file.asAt,
    stage: file.stage,
    bundled: true,
    ...(year === null ? {} : { year }),
    onProgress,
  };
  return inTransaction(pool, (client) => importSource(client, source, options));
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>, onWait?: () => void): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await takeTurn(client, onWait);
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // Closing the connection ends the transaction, even where a COPY was broken off.
    client.release(true);
    throw error;
  }
}

/** Takes the lock on imports for the transaction; says so where it has to wait for another import. */
async function takeTurn(client: PoolClient, onWait?: () => void): Promise<void> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [IMPORT_LOCK]);
  if (rows[0]?.got === true) return;
  onWait?.();
  await client.query('select pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
}
