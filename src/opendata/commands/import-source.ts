import type { PoolClient } from 'pg';
import { categoryWords } from '../queries/category-words.ts';
import type { SourceFile } from '../queries/source-file.ts';
import type { Adapter } from '../rules/adapter.ts';
import type { DatasetId } from '../rules/datasets.ts';
import { fileTitle } from '../rules/file-title.ts';
import { ImportError } from '../rules/import-error.ts';
import { latestDay } from '../rules/latest-day.ts';
import { MEASURE_CODES, MEASURES } from '../rules/measures.ts';
import { importMended } from '../rules/mended-file.ts';
import { openFile, publishedRows } from '../rules/open-file.ts';
import { rowReader } from '../rules/read-rows.ts';
import type { Stage } from '../rules/stages.ts';
import { dateInName, endOfYear } from '../rules/years.ts';
import { LONGEST_TEXT } from '../rules/tolerances.ts';
import { mustNotBeMuchShorter } from './compare-length.ts';
import { type Copied, copyRows } from './copy-rows.ts';
import { keepContent } from './keep-content.ts';
import { isOvertaken, joinStaged, prepareTargets } from './join-rows.ts';
import { keepSightings } from './keep-sightings.ts';
import { mendedImport, mustBeOfLayout } from './mended-import.ts';

export interface ImportOptions {
  /** Calendar year in which the academic or financial year starts, for files that do not say it. */
  year?: number;
  /** ISO date that the file is as at; else the date in its name, else the end of its year. */
  asAt?: string;
  /** Publication stage, where it is not the usual one of the layout. */
  stage?: Stage;
  /**
   * Loads content that is held already once more, and says that nothing changed. Only for a transaction that is given up:
   * it leaves the earlier import without its hash.
   */
  again?: boolean;
  /** The job of the site that loads it; see import_job. */
  jobId?: string;
  /** The file stands in the bundled snapshot, so its content is not kept a second time. */
  bundled?: boolean;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Called when another import has to end first. */
  onWait?: () => void;
}

/** How far one file is: `done` of `total` bytes of its text. */
export interface Progress {
  title: string;
  done: number;
  total: number;
}

export interface ImportOutcome {
  /** False when the very same content was loaded before: nothing has changed then. */
  changed: boolean;
  importId: number;
  dataset: DatasetId;
  layout: string;
  year: number | null;
  stage: Stage;
  asAt: string;
  fileName: string;
  rowsRead: number;
  /** Rows that could be read and speak of what we keep. Rows that a newer file stands against are among them. */
  rowsLoaded: number;
  rowsSetAside: number;
  /** True when a newer issue of the same dataset and year is held: where both speak, the newer one stands. */
  newerHeld: boolean;
  /** The import whose rows, set aside there, it mends. */
  mends: number | null;
}

/**
 * Loads one published file inside the transaction of `client`, which must hold the lock on imports.
 * Throws ImportError when the file cannot be loaded; the transaction must then be given up.
 */
export async function importSource(
  client: PoolClient,
  source: SourceFile,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const mended = importMended(publishedRows(source), source.name);
  const original = mended === null ? null : await mendedImport(client, mended, source.name);
  const yearGiven = original === null ? (options.year ?? null) : original.yearGiven;
  const { adapter, header, head, year, rows } = openFile(source, yearGiven, mended);
  if (original) mustBeOfLayout(original, adapter.layout, source.name);
  const held = await sameContent(client, adapter.dataset, source.sha256);
  if (held && !options.again) return held;
  if (held) await client.query(`update import set sha256 = 'again ' || sha256 where id = $1`, [held.importId]);
  const ranked = {
    dataset: adapter.dataset,
    year,
    stage: original?.stage ?? options.stage ?? held?.stage ?? adapter.stage,
    asAt: original?.asAt ?? options.asAt ?? held?.asAt ?? asAtOf(source, adapter, year),
  };
  await keepMeasures(client);
  const importId = await insertImport(client, {
    ...ranked,
    layout: adapter.layout,
    fileName: source.name,
    sha256: source.sha256,
    mends: mended,
    jobId: options.jobId ?? null,
  });
  const targets = await prepareTargets(client, adapter, ranked, importId, { rowByRow: mended !== null });
  const title = fileTitle(adapter.dataset, year);
  const total = source.size;
  options.onProgress?.({ title, done: 0, total });
  const copied = await copyRows(client, {
    file: source.name,
    rows,
    read: rowReader({ adapter, header, year, stage: ranked.stage, importId, words: categoryWords(ranked.asAt) }),
    statements: new Map(targets.map((target) => [target.table, target.copyStatement])),
    mayBeUnreadable: mended !== null,
    keeping: options.bundled || options.again ? null : keepContent(importId, head),
    onCharacters: (done) => options.onProgress?.({ title, done: Math.min(done, total), total }),
  });
  const newerHeld = targets.some(isOvertaken);
  // An older issue only fills gaps, and mended rows are few.
  if (adapter.figures && !newerHeld && mended === null) {
    const loaded = { importId, rows: copied.rowsLoaded, file: source.name };
    await mustNotBeMuchShorter(client, { ...ranked, layout: adapter.layout }, loaded);
  }
  for (const target of targets) {
    await joinStaged(client, target, source.name);
    await keepSightings(client, target);
  }
  await finishImport(client, importId, copied, head.text);
  options.onProgress?.({ title, done: total, total });
  return {
    changed: held === null,
    importId,
    ...ranked,
    layout: adapter.layout,
    fileName: source.name,
    rowsRead: copied.rowsRead,
    rowsLoaded: copied.rowsLoaded,
    rowsSetAside: copied.rowsSetAside,
    newerHeld,
    mends: mended,
  };
}

function asAtOf(source: SourceFile, adapter: Adapter, year: number | null): string {
  const file = source.name;
  const asAt =
    year === null
      ? (dateInName(file) ?? adapter.publishedOn ?? latestDay(source, adapter.latestIn ?? []))
      : endOfYear(year, adapter.yearEnds);
  if (asAt !== null) return asAt;
  throw new ImportError({
    file,
    asks: 'as-at',
    problem: 'neither the content nor the file name says which day the list is as at',
    mend: 'Give the day on which it was downloaded, e.g. --as-at 2022-07-06',
  });
}

async function sameContent(client: PoolClient, dataset: DatasetId, sha256: string): Promise<ImportOutcome | null> {
  const { rows } = await client.query<Omit<ImportOutcome, 'changed' | 'newerHeld'>>(
    `select id as "importId", dataset, layout, year, stage, as_at::text as "asAt", file_name as "fileName",
       rows_read as "rowsRead", rows_loaded as "rowsLoaded", rows_set_aside as "rowsSetAside", mends_import_id as mends
     from import where dataset = $1 and sha256 = $2`,
    [dataset, sha256],
  );
  return rows[0] ? { ...rows[0], changed: false, newerHeld: false } : null;
}

/** The catalogue of measures is code; the table mirrors it for those who read the database by SQL. */
async function keepMeasures(client: PoolClient): Promise<void> {
  const catalogue = MEASURE_CODES.map((code) => ({
    id: MEASURES[code].id,
    code,
    label: MEASURES[code].label,
    unit: MEASURES[code].unit,
  }));
  await client.query(
    `insert into measure (id, code, label, unit)
     select id, code, label, unit from jsonb_to_recordset($1) as m (id smallint, code text, label text, unit text)
     on conflict (id) do update set code = excluded.code, label = excluded.label, unit = excluded.unit
     where (measure.code, measure.label, measure.unit) <> (excluded.code, excluded.label, excluded.unit)`,
    [JSON.stringify(catalogue)],
  );
}

interface NewImport {
  dataset: DatasetId;
  layout: string;
  year: number | null;
  stage: Stage;
  asAt: string;
  fileName: string;
  sha256: string;
  mends: number | null;
  jobId: string | null;
}

/** Of mended rows nothing follows from what they leave out. */
async function insertImport(client: PoolClient, row: NewImport): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into import (dataset, layout, year, stage, as_at, file_name, sha256, mends_import_id, job_id, rows_read, rows_loaded, rows_set_aside,
       sightings_complete)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, $8::integer is null) returning id`,
    [row.dataset, row.layout, row.year, row.stage, row.asAt, row.fileName, row.sha256, row.mends, row.jobId],
  );
  const [inserted] = rows;
  if (!inserted) throw new Error('PostgreSQL returned no number for the import');
  return inserted.id;
}

async function finishImport(client: PoolClient, importId: number, copied: Copied, header: string): Promise<void> {
  await client.query('update import set rows_read = $2, rows_loaded = $3, rows_set_aside = $4 where id = $1', [
    importId,
    copied.rowsRead,
    copied.rowsLoaded,
    copied.rowsSetAside,
  ]);
  if (copied.setAside.length === 0) return;
  await client.query(
    `insert into set_aside_row (import_id, line, field, value, reason)
     select $1, line, field, left(value, $3), reason from jsonb_to_recordset($2) as s (line integer, field text, value text, reason text)
     on conflict do nothing`,
    [importId, JSON.stringify(copied.setAside), LONGEST_TEXT],
  );
  // A list without a header, as GeoJSON, has no rows that could be mended in a table.
  if (header === '' || copied.textsSetAside === null) return;
  await client.query('update import set header = $2 where id = $1', [importId, header]);
  await client.query(
    `insert into set_aside_text (import_id, line, text)
     select $1, line, text from jsonb_to_recordset($2) as s (line integer, text text)`,
    [importId, JSON.stringify(copied.textsSetAside)],
  );
}
