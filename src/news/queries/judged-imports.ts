import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { bundledManifest } from '../../opendata/queries/manifest.ts';
import type { JudgedImport } from '../rules/standing.ts';

/** Every import in the order in which they came, with how it stood when its news was drawn, and which are of the snapshot in a folder. */
export async function judgedImports(db: Kysely<Database>, dataDir: string): Promise<JudgedImport[]> {
  const [rows, { files }] = await Promise.all([
    db
      .selectFrom('import as i')
      .leftJoin('news_import as n', 'n.import_id', 'i.id')
      .select(['i.id', 'i.dataset', 'i.year', 'i.as_at', 'i.sha256', 'n.standing'])
      .orderBy('i.id')
      .execute(),
    bundledManifest(dataDir),
  ]);
  const bundled = new Set(files.map(({ dataset, sha256 }) => `${dataset} ${sha256}`));
  return rows.map(({ as_at: asAt, sha256, ...row }) => ({
    ...row,
    asAt,
    bundled: bundled.has(`${row.dataset} ${sha256}`),
  }));
}
