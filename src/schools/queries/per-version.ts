import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';

/**
 * Keeps what `load` reads until another file is imported, for reads that take all of England. Each database has its own;
 * callers at the same moment share one read. A read that fails is not kept.
 */
export function perVersion<T>(load: (db: Kysely<Database>) => Promise<T>): (db: Kysely<Database>) => Promise<T> {
  const kept = new WeakMap<Kysely<Database>, { version: string; value: Promise<T> }>();
  return async (db) => {
    const version = await importVersion(db);
    const held = kept.get(db);
    if (held?.version === version) return held.value;
    const value = load(db);
    kept.set(db, { version, value });
    value.catch(() => {
      if (kept.get(db)?.value === value) kept.delete(db);
    });
    return value;
  };
}

/** Changes whenever a file is imported or taken out. */
async function importVersion(db: Kysely<Database>): Promise<string> {
  const { newest, count } = await db
    .selectFrom('import')
    .select((eb) => [eb.fn.max('id').as('newest'), eb.fn.countAll<number>().as('count')])
    .executeTakeFirstOrThrow();
  return `${newest ?? 0} of ${count}`;
}
