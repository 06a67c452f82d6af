import { type Kysely, sql } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import { hashOfToken } from '../../access/secret.ts';
import type { Database } from '../../db/schema.ts';
import type { InvitationOffer } from '../rules/invitation-offer.ts';

/** The open invitation behind a link. Null for a link that is unknown, expired, withdrawn or used, whichever it is. */
export async function openInvitation(
  db: Kysely<Database>,
  scope: Scope<'sign-in.invitation'>,
  token: string,
): Promise<InvitationOffer | null> {
  const found = await readAs(db, scope, (transaction) => invitationOfToken(transaction, token).executeTakeFirst());
  return found ?? null;
}

/** The same as a query, for the transaction that takes the invitation up. */
export function invitationOfToken(transaction: ScopedTransaction, token: string) {
  return transaction
    .selectFrom('invitation as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('person as by', 'by.id', 'i.invited_by')
    .leftJoin('person as p', 'p.email', 'i.email')
    .select(['i.id', 'i.organisation_id as organisationId', 'o.name as organisation', 'i.role', 'i.name', 'i.email'])
    .select(['by.name as invitedBy', 'i.expires_at as expiresAt', 'p.id as personId'])
    .where('i.token_hash', '=', hashOfToken(token))
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', sql<Date>`now()`)
    .where('o.closed_at', 'is', null);
}
