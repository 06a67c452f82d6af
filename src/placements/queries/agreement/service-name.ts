import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { PlacementScope } from '../../policy.ts';
import { placementIdOf } from '../placement.ts';

/** The name of the service of the scope's placement, for its parties. */
export function serviceName(db: Kysely<Database>, scope: PlacementScope): Promise<string> {
  return readAs(db, scope, async (transaction) => {
    const { rows } = await sql<{ name: string | null }>`
      select service_in_placement(${placementIdOf(scope)}) as name`.execute(transaction);
    return rows[0]?.name ?? 'The service';
  });
}
