import type { PoolClient } from 'pg';
import type { DatasetId } from '../rules/datasets.ts';
import { ImportError } from '../rules/import-error.ts';
import type { Stage } from '../rules/stages.ts';
import { yearGiven } from '../rules/year-given.ts';

/** The import whose rows, set aside there, a file mends: its rows are loaded under what is known of that one. */
export interface MendedImport {
  id: number;
  dataset: DatasetId;
  layout: string;
  /** As a person would have given it: the year that the file's tables are of. */
  yearGiven: number | null;
  stage: Stage;
  asAt: string;
}

/** The import of that number. Throws ImportError when there is none, or when it set no row aside. */
export async function mendedImport(client: PoolClient, id: number, file: string): Promise<MendedImport> {
  const { rows } = await client.query<Omit<MendedImport, 'yearGiven'> & { year: number | null; setAside: number }>(
    `select id, dataset, layout, year, stage, as_at::text as "asAt", rows_set_aside as "setAside" from import where id = $1`,
    [id],
  );
  const [found] = rows;
  if (found === undefined || found.setAside === 0) {
    throw new ImportError({
      file,
      column: 'Alongside import',
      problem: `it mends rows of import ${id}, ${found === undefined ? 'which is not loaded here' : 'which set no row aside'}`,
      mend: 'Download the rows set aside again, from the page of their import, and mend those',
    });
  }
  return { ...found, yearGiven: yearGiven(found.layout, found.year) };
}

/** Throws ImportError when the file is of another layout than the import whose rows it mends. */
export function mustBeOfLayout({ id, layout }: MendedImport, found: string, file: string): void {
  if (layout === found) return;
  throw new ImportError({
    file,
    problem: `it mends rows of import ${id}, which has the layout ${layout}, but its own header is that of ${found}`,
    mend: 'Leave the header and the columns that begin with "Alongside" as they were downloaded',
  });
}
