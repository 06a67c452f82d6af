import { type Kysely, sql } from 'kysely';
import { readAs } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { Member, WaitingInvitation } from '../rules/people-list.ts';

export interface People {
  members: Member[];
  /** Open and expired ones, the newest first. */
  invitations: WaitingInvitation[];
}

/** Who has which role in the organisation that the reader administers, and who is invited. */
export function peopleOf(db: Kysely<Database>, scope: Scope<'people.read'>): Promise<People> {
  const organisation = organisationIdOf(scope);
  return readAs(db, scope, async (transaction) => ({
    members: await members(transaction, organisation).orderBy('p.name').orderBy('m.role').execute(),
    invitations: await transaction
      .selectFrom('invitation as i')
      .leftJoin('person as p', 'p.id', 'i.invited_by')
      .select(['i.id', 'i.name', 'i.email', 'i.role', 'p.name as invitedBy'])
      .select(['i.created_at as invitedAt', 'i.expires_at as expiresAt'])
      .where('i.organisation_id', '=', organisation)
      .where('i.accepted_at', 'is', null)
      .where('i.withdrawn_at', 'is', null)
      .orderBy('i.created_at', 'desc')
      .execute(),
  }));
}

/** One role of the organisation that the reader administers, unless it has ended; null when there is none. */
export async function memberOf(
  db: Kysely<Database>,
  scope: Scope<'people.change'>,
  membershipId: string,
): Promise<Member | null> {
  const found = await readAs(db, scope, (transaction) =>
    members(transaction, organisationIdOf(scope)).where('m.id', '=', membershipId).executeTakeFirst(),
  );
  return found ?? null;
}

function members(transaction: ScopedTransaction, organisation: string) {
  return transaction
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .leftJoin(lastUse.as('u'), (join) => join.onRef('u.membership_id', '=', 'm.id'))
    .select(['m.id as membershipId', 'p.id as personId', 'p.name', 'p.email', 'm.role', 'm.granted_by as grantedBy'])
    .select(['m.started_at as since', 'm.reviewed_at as reviewedAt', 'u.last_used as lastUsed'])
    .where('m.organisation_id', '=', organisation)
    .where('m.ended_at', 'is', null);
}

// The sessions themselves are hidden from administrators; the database's function tells them this one thing.
const lastUse = sql<{ membership_id: string; last_used: Date }>`(select * from last_use_of_roles())`;

function organisationIdOf({ subject }: Scope): string {
  if (subject.kind !== 'organisation') throw new Error('People are read of an organisation');
  return subject.organisationId;
}
