import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';

/**
 * Half days of a placement that were delivered: of visits that were held, and of training that was held and is given by the leader out of the days
 * of the placement. Training by others costs what it costs, but uses none of the leader's days. What is planned, not told yet, cancelled or not held
 * counts nothing.
 */
export async function deliveredHalfDays(transaction: ScopedTransaction, placementId: string): Promise<number> {
  const { rows } = await sql<{ half_days: number }>`
    select (coalesce((select sum(half_days) from placement_visit where placement_id = ${placementId} and state = 'held'), 0)
      + coalesce((select sum(half_days) from placement_training where placement_id = ${placementId} and state = 'held' and by_leader), 0)
      )::integer as half_days`.execute(transaction);
  return rows[0]!.half_days;
}
