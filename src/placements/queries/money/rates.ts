import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { OwnRate } from '../../rules/money/rates.ts';

/** Every rate that a service set, the newest first: what holds on a day is told by `ownRateOn`. */
export function ratesOf(db: Kysely<Database>, scope: Scope, organisationId: string): Promise<OwnRate[]> {
  return readAs(db, scope, async (transaction) => {
    const rows = await transaction
      .selectFrom('service_rate as r')
      .selectAll('r')
      .select(sql<string | null>`name_in_service(r.set_by)`.as('by_name'))
      .where('r.organisation_id', '=', organisationId)
      .orderBy('r.set_at', 'desc')
      .execute();
    return rows.map((row) => ({
      role: row.role,
      pencePerDay: row.pence_per_day,
      validFrom: row.valid_from,
      words: row.words,
      setBy: row.by_name ?? 'a former colleague',
      setAt: row.set_at,
    }));
  });
}
