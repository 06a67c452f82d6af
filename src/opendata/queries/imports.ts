import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { policyAsAt } from '../../policies.ts';
import { currencyOf, type DatasetCurrency } from '../rules/data-currency.ts';
import { DATASETS, type DatasetId } from '../rules/datasets.ts';
import { fileTitle } from '../rules/file-title.ts';
import type { Stage } from '../rules/stages.ts';
import { publicationCalendarKind } from '../schema/publication-calendar.ts';

/** One published file that was loaded. */
export interface Import {
  id: number;
  dataset: DatasetId;
  layout: string;
  /** E.g. "Performance tables: key stage 2, 2017-18". */
  title: string;
  publisher: string;
  licence: string;
  attribution: string | null;
  /** Calendar year in which the academic or financial year starts; null for a register. */
  year: number | null;
  stage: Stage;
  /** ISO date. */
  asAt: string;
  fileName: string;
  sha256: string;
  rowsRead: number;
  rowsLoaded: number;
  rowsSetAside: number;
  /** Rows that are not schools (authorities, England) or say the same again. */
  rowsPassedOver: number;
  loadedAt: Date;
  /** The import job of the site that loaded it; null for what the operator loaded. */
  jobId: string | null;
  /** The import whose rows, set aside there, it mends. */
  mends: number | null;
  /** Whether the rows that were set aside can be had as a file to mend. */
  hasSetAsideFile: boolean;
}

/** A row that could not be loaded. */
export interface SetAsideRow {
  line: number;
  field: string;
  value: string;
  reason: string;
}

/** Every import, in the order of title and year. */
export async function listImports(db: Kysely<Database>): Promise<Import[]> {
  const rows = await db.selectFrom('import').selectAll().execute();
  return rows.map(asImport).toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB') || a.asAt.localeCompare(b.asAt));
}

/** One import; null when there is none with that number. */
export async function getImport(db: Kysely<Database>, id: number): Promise<Import | null> {
  const row = await db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? asImport(row) : null;
}

/** The rows of an import that could not be loaded, in the order of the file. */
export async function setAsideRows(db: Kysely<Database>, importId: number): Promise<SetAsideRow[]> {
  return db
    .selectFrom('set_aside_row')
    .select(['line', 'field', 'value', 'reason'])
    .where('import_id', '=', importId)
    .orderBy('line')
    .orderBy('field')
    .execute();
}

/** Imports that mend rows which this one set aside. */
export async function mendedBy(db: Kysely<Database>, id: number): Promise<{ id: number; rowsLoaded: number }[]> {
  return db
    .selectFrom('import')
    .select(['id', 'rows_loaded as rowsLoaded'])
    .where('mends_import_id', '=', id)
    .orderBy('id')
    .execute();
}

/** Imports by number: what a page needs to name the source of each of its figures. */
export async function sourceOf(db: Kysely<Database>, importIds: Iterable<number>): Promise<Map<number, Import>> {
  const ids = [...new Set(importIds)];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('import').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, asImport(row)]));
}

/**
 * How current each dataset held is on a day (ISO), in the order of titles. Throws PolicyError when no publication calendar
 * holds on it.
 */
export async function dataCurrency(db: Kysely<Database>, today: string): Promise<DatasetCurrency[]> {
  return currencyOf(await listImports(db), policyAsAt(publicationCalendarKind, today).datasets, today);
}

/** The last day on which an inspection that is held began, ISO; null while none is held. */
export async function latestInspectionDay(db: Kysely<Database>): Promise<string | null> {
  const { latest } = await db
    .selectFrom('inspection')
    .select((eb) => eb.fn.max('inspected_on').as('latest'))
    .executeTakeFirstOrThrow();
  return latest;
}

function asImport(row: Selectable<Database['import']>): Import {
  const dataset = row.dataset as DatasetId;
  const { publisher, licence, attribution } = DATASETS[dataset];
  return {
    id: row.id,
    dataset,
    layout: row.layout,
    title: fileTitle(dataset, row.year),
    publisher,
    licence,
    attribution,
    year: row.year,
    stage: row.stage,
    asAt: row.as_at,
    fileName: row.file_name,
    sha256: row.sha256,
    rowsRead: row.rows_read,
    rowsLoaded: row.rows_loaded,
    rowsSetAside: row.rows_set_aside,
    rowsPassedOver: row.rows_read - row.rows_loaded - row.rows_set_aside,
    loadedAt: row.loaded_at,
    jobId: row.job_id,
    mends: row.mends_import_id,
    hasSetAsideFile: row.header !== null,
  };
}
