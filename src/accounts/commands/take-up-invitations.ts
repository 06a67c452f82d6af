import { sql } from 'kysely';
import { addAuditEvent } from '../../access/audit.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';

export interface OpenInvitation {
  id: string;
  organisation_id: string;
  role: string;
}

/** The invitations to an address that may still be taken up. */
export async function invitationsTo(transaction: ScopedTransaction, email: string): Promise<OpenInvitation[]> {
  return transaction
    .selectFrom('invitation as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'i.organisation_id', 'i.role'])
    .where('i.email', '=', email)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', sql<Date>`now()`)
    .where('o.closed_at', 'is', null)
    .orderBy('i.created_at')
    .execute();
}

/**
 * Gives a person the roles that they were invited to, each once. Who shows that the address is theirs, by the link mailed to it or by
 * a provider that is trusted on it, has shown what an invitation asks.
 */
export async function takeUpInvitations(
  transaction: ScopedTransaction,
  scope: Scope,
  personId: string,
  invitations: readonly OpenInvitation[],
): Promise<void> {
  for (const { id, organisation_id: organisation, role } of invitations) {
    const { numUpdatedRows } = await transaction
      .updateTable('invitation')
      .set({ accepted_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    // Taken up by its link, or withdrawn, in this very moment.
    if (numUpdatedRows === 0n) continue;
    await transaction
      .insertInto('membership')
      .values({ person_id: personId, organisation_id: organisation, role, granted_by: 'invitation' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await addAuditEvent(transaction, scope, {
      action: 'invitation.accept',
      outcome: 'done',
      personId,
      detail: { invitation: id, organisation, role },
    });
  }
}
