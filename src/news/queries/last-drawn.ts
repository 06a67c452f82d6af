import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';

/** The last import that news was drawn of; 0 before any. */
export async function lastDrawn(db: Kysely<Database>): Promise<number> {
  const { last } = await db
    .selectFrom('news_import')
    .select(({ fn }) => fn.max('import_id').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}
