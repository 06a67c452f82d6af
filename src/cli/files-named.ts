import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type Import, sourceOf } from '../opendata/queries/imports.ts';
import type { SourceRef } from '../schools/rules/facts.ts';

/** A published file as `--json` names it; `importId` is what the sources of figures refer to. */
export type FileAnswer = { importId: number } & Pick<Import, 'title' | 'publisher' | 'stage' | 'asAt' | 'fileName'>;

/** The published files behind sources, by the number of their import. */
export function filesOf(db: Kysely<Database>, sources: Iterable<SourceRef>): Promise<Map<number, Import>> {
  return sourceOf(
    db,
    Array.from(sources, ({ importId }) => importId),
  );
}

/** The same as a list for `--json`, in the order of their numbers. */
export function filesAnswer(files: ReadonlyMap<number, Import>): FileAnswer[] {
  return [...files.values()]
    .toSorted((a, b) => a.id - b.id)
    .map(({ id, title, publisher, stage, asAt, fileName }) => ({
      importId: id,
      title,
      publisher,
      stage,
      asAt,
      fileName,
    }));
}
