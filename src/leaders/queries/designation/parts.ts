import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { DESIGNATION_PARTS, type DesignationPart } from '../../rules/designation/states.ts';

/** The parts that whoever acts has in an application, as the database sees it. */
export async function partsIn(transaction: ScopedTransaction, applicationId: string): Promise<DesignationPart[]> {
  const { rows } = await sql<{ part: DesignationPart }>`
    select part from unnest(${[...DESIGNATION_PARTS]}::text[]) as part
    where plays_in_designation(${applicationId}, part)`.execute(transaction);
  return rows.map(({ part }) => part);
}

/** Keeps others from moving or answering for an application until the transaction ends. */
export async function aloneInApplication(transaction: ScopedTransaction, applicationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('designation'), hashtext(${applicationId}))`.execute(transaction);
}
