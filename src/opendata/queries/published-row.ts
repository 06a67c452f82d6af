import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { type KeptHeader, rowInPart } from '../rules/kept-rows.ts';
import { publishedRows } from '../rules/open-file.ts';
import { bundledManifest } from './manifest.ts';
import { readSourceFile } from './source-file.ts';

export type PublishedRow =
  | {
      ok: true;
      /** Column names and cells as published, in order; null where the row stops before the column. */ cells: [
        column: string,
        value: string | null,
      ][];
    }
  | { ok: false; reason: string };

const unpack = promisify(brotliDecompress);

/**
 * The very row of a published file that a stored figure was read from, column by column: of a bundled file from `dataDir`, of any other from
 * the content kept with its import. Comes back with the reason where it cannot be shown.
 */
export async function publishedRow(
  db: Kysely<Database>,
  dataDir: string,
  from: { id: number; sha256: string },
  line: number,
): Promise<PublishedRow> {
  const { files } = await bundledManifest(dataDir);
  const bundled = files.find((file) => file.sha256 === from.sha256);
  const found = bundled ? await bundledRow(join(dataDir, bundled.file), line) : await keptRow(db, from.id, line);
  if (found === 'not kept') {
    return {
      ok: false,
      reason:
        'The content of this file is not kept here: it was loaded before content was kept, or none of its figures stands any more.',
    };
  }
  if (found === null) return { ok: false, reason: `The file has no row on line ${line}.` };
  return { ok: true, cells: found.columns.map((column, at) => [column, found.fields[at] ?? null]) };
}

interface RowFound {
  columns: readonly string[];
  fields: readonly string[];
}

async function bundledRow(path: string, line: number): Promise<RowFound | null> {
  const source = await readSourceFile(path);
  try {
    let columns: string[] | null = null;
    for (const { fields, line: at } of publishedRows(source)) {
      columns ??= fields;
      if (at === line && fields !== columns) return { columns, fields };
      if (at > line) break;
    }
    return null;
  } finally {
    source.close();
  }
}

async function keptRow(db: Kysely<Database>, importId: number, line: number): Promise<RowFound | 'not kept' | null> {
  const kept = db.selectFrom('import_content').select(['first_line', 'packed']).where('import_id', '=', importId);
  const head = await kept.where('part', '=', 0).executeTakeFirst();
  if (head === undefined) return 'not kept';
  const header = JSON.parse((await unpack(head.packed)).toString('utf8')) as KeptHeader;
  const part = await kept
    .where('part', '>', 0)
    .where('first_line', '<=', line)
    .orderBy('first_line', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (part === undefined) return null;
  const fields = rowInPart((await unpack(part.packed)).toString('utf8'), part.first_line, line, header);
  return fields && { columns: header.columns, fields };
}
