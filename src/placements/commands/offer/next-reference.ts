import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { schoolYearOf } from '../../../calendar/terms.ts';

/** The next reference of a service in the school year of an ISO day: "2026-014". Keeps others who ask waiting until the transaction ends. */
export async function nextReference(transaction: ScopedTransaction, service: string, today: string): Promise<string> {
  const { rows } = await sql<{ reference: string }>`
    select next_placement_reference(${service}::uuid, ${schoolYearOf(today)}) as reference`.execute(transaction);
  return rows[0]!.reference;
}
