import type { Kysely } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { Complaint } from '../rules/complaint.ts';

/** The complaints to the acting organisation, those not yet answered first and of them the most urgent. */
export async function complaints(db: Kysely<Database>, scope: Scope<'complaint.read'>): Promise<Complaint[]> {
  return readAs(db, scope, (transaction) =>
    complaintsOf(transaction)
      .where('organisation_id', '=', scope.person!.acting!.organisation.id)
      .orderBy((eb) => eb('answered_at', 'is not', null))
      .orderBy((eb) => eb('acknowledged_at', 'is not', null))
      .orderBy('acknowledge_by')
      .orderBy('received_at')
      .execute(),
  );
}

/** One complaint to the acting organisation; null when it has none by this id. */
export async function complaintById(
  db: Kysely<Database>,
  scope: Scope<'complaint.read' | 'complaint.answer'>,
  id: string,
): Promise<Complaint | null> {
  return readAs(db, scope, async (transaction) => {
    const found = await complaintsOf(transaction)
      .where('organisation_id', '=', scope.person!.acting!.organisation.id)
      .where('id', '=', id)
      .executeTakeFirst();
    return found ?? null;
  });
}

/** For the operator: the complaints of which nobody has said yet whose they are, the most urgent first; without their words. */
export async function unroutedComplaints(
  db: Kysely<Database>,
  scope: Scope<'operator.complaints'>,
): Promise<Pick<Complaint, 'reference' | 'about' | 'receivedAt' | 'acknowledgeBy'>[]> {
  return readAs(db, scope, (transaction) =>
    transaction
      .selectFrom('complaint')
      .select(['reference', 'about', 'received_at as receivedAt', 'acknowledge_by as acknowledgeBy'])
      .where('organisation_id', 'is', null)
      .orderBy('acknowledge_by')
      .orderBy('received_at')
      .execute(),
  );
}

function complaintsOf(transaction: ScopedTransaction) {
  return transaction
    .selectFrom('complaint')
    .select([
      'id',
      'reference',
      'about',
      'from_name as fromName',
      'from_email as fromEmail',
      'words',
      'received_at as receivedAt',
      'acknowledge_by as acknowledgeBy',
      'acknowledged_at as acknowledgedAt',
      'answered_at as answeredAt',
      'answer',
    ]);
}
