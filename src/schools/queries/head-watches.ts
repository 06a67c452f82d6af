import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { changeOf } from '../rules/headship/headship-change.ts';
import { type HeadWatch, watchedStretch } from '../rules/headship/head-watch.ts';
import { allHeads } from './all-heads.ts';

/**
 * What extracts up to a day (ISO) tell of whether heads are new, by URN: of schools of which two of them tell. Of a school whose head
 * nothing can be said it has no entry.
 */
export async function headWatches(db: Kysely<Database>, until: string): Promise<ReadonlyMap<number, HeadWatch>> {
  const watches = new Map<number, HeadWatch>();
  // The register alone is one extract of all schools: nothing to compare, so nothing to read.
  const { days } = await db
    .selectFrom('head_sighting as h')
    .innerJoin('import as i', 'i.id', 'h.import_id')
    .select((eb) => eb.fn.count<number>('i.as_at').distinct().as('days'))
    .where('i.as_at', '<=', until)
    .executeTakeFirstOrThrow();
  if (days < 2) return watches;
  const { policy, heads, schools } = await allHeads(db, until);
  for await (const { urn, stretches } of schools()) {
    if (stretches.length === 0) continue;
    const school = { urn, schoolName: null };
    watches.set(
      urn,
      stretches.map((stretch) => watchedStretch(stretch, changeOf(school, stretch, heads, policy))),
    );
  }
  return watches;
}
