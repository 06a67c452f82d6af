import { join } from 'node:path';
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

/**
 * The very row of a published file that a stored figure was read from, header and all. Only files of the bundled
 * snapshot are kept, so a row of any other import comes back with the reason why it cannot be shown.
 */
export async function publishedRow(dataDir: string, from: { sha256: string }, line: number): Promise<PublishedRow> {
  const { files } = await bundledManifest(dataDir);
  const bundled = files.find((file) => file.sha256 === from.sha256);
  if (!bundled)
    return { ok: false, reason: 'This file was imported here; only the files of the bundled snapshot are kept.' };
  const source = await readSourceFile(join(dataDir, bundled.file));
  try {
    let header: string[] | null = null;
    for (const row of publishedRows(source)) {
      header ??= row.fields;
      if (row.line === line && row.fields !== header)
        return { ok: true, cells: header.map((column, at) => [column, row.fields[at] ?? null]) };
      if (row.line > line) break;
    }
    return { ok: false, reason: `The file has no row on line ${line}.` };
  } finally {
    source.close();
  }
}
