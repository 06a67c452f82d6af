import type { PoolClient } from 'pg';
import { ImportError } from '../rules/import-error.ts';
import type { Ranked } from '../rules/rank.ts';
import { LEAST_SHARE_OF_FIGURES } from '../rules/tolerances.ts';

/**
 * Refuses figures of far fewer schools than an earlier import of the same dataset, year and layout had: a plain CSV that was cut at a line
 * end cannot be known in any other way. Throws ImportError.
 */
export async function mustNotBeMuchShorter(
  client: PoolClient,
  { dataset, year, layout }: Ranked & { layout: string },
  loaded: { importId: number; rows: number; file: string },
): Promise<void> {
  const { rows } = await client.query<{ id: number; rows: number }>(
    `select id, rows_loaded as rows from import
     where dataset = $1 and year is not distinct from $2 and layout = $3 and id <> $4 and mends_import_id is null
     order by rows_loaded desc limit 1`,
    [dataset, year, layout, loaded.importId],
  );
  const [earlier] = rows;
  if (earlier === undefined || loaded.rows >= earlier.rows * LEAST_SHARE_OF_FIGURES) return;
  throw new ImportError({
    file: loaded.file,
    problem: `it has figures in ${loaded.rows} rows where import ${earlier.id}, of the same year, has them in ${earlier.rows}: it looks half downloaded`,
    mend: 'Download the whole file again, and import that',
  });
}
