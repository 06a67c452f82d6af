import { sql } from 'kysely';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';

/**
 * Lets one transaction at a time change who has a role in an organisation, so that two cannot each end the last
 * administrator but one, or invite the same person twice. Held until the transaction ends.
 */
export async function lockPeople(transaction: ScopedTransaction, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people of ${organisationId}`}, 0))`.execute(transaction);
}
