import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';

interface Kept<T> {
  version: string;
  value: Promise<T>;
}

/**
 * Keeps what `load` reads until another file is imported, for reads that take all of England. Each database has its own;
 * callers at the same moment share one read. A read that fails is not kept.
 *
 * While people's files are loaded on the site, one after another, what was kept before goes on being given, and afterwards until it has
 * been read anew: nobody waits for all of England over and over. What the operator loads is read at once, as nobody else does it.
 */
export function perVersion<T>(load: (db: Kysely<Database>) => Promise<T>): (db: Kysely<Database>) => Promise<T> {
  const kept = new WeakMap<Kysely<Database>, Kept<T>>();
  const coming = new WeakMap<Kysely<Database>, Kept<T>>();
  return async (db) => {
    const { version, isLoading, byPeople } = await importVersion(db);
    const held = kept.get(db);
    if (held !== undefined && (held.version === version || isLoading)) return held.value;
    const begun = coming.get(db);
    if (held !== undefined && begun?.version === version) return held.value;
    const next = { version, value: load(db) };
    if (held === undefined || !byPeople) {
      kept.set(db, next);
      next.value.catch(() => {
        if (kept.get(db) === next) kept.delete(db);
      });
      return next.value;
    }
    coming.set(db, next);
    next.value.then(
      () => coming.get(db) === next && kept.set(db, next),
      () => coming.get(db) === next && coming.delete(db),
    );
    return held.value;
  };
}

/** Changes whenever a file is imported or taken out; with it, whether files are being loaded and whether a person loaded the newest. */
async function importVersion(
  db: Kysely<Database>,
): Promise<{ version: string; isLoading: boolean; byPeople: boolean }> {
  const { newest, count, isLoading, byPeople } = await db
    .selectFrom('import')
    .select((eb) => [
      eb.fn.max('id').as('newest'),
      eb.fn.countAll<number>().as('count'),
      sql<boolean>`is_loading()`.as('isLoading'),
      sql<boolean>`coalesce((array_agg(job_id is not null order by id desc))[1], false)`.as('byPeople'),
    ])
    .executeTakeFirstOrThrow();
  return { version: `${newest ?? 0} of ${count}`, isLoading, byPeople };
}
