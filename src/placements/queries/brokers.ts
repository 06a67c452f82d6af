import { type Kysely, sql } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import type { PlacementScope } from '../policy.ts';

/** The people of the acting service who may be given a placement, in the order of their names. */
export function brokersOfService(db: Kysely<Database>, scope: PlacementScope): Promise<{ id: string; name: string }[]> {
  return readAs(db, scope, async (transaction) => {
    const { rows } = await sql<{ id: string; name: string }>`
      select distinct person_id as id, name from brokers_of_service() order by name`.execute(transaction);
    return rows;
  });
}
