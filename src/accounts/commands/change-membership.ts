import { type Kysely, sql } from 'kysely';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { isMailAddress } from '../../mail/mail-address.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { lockPeople } from './lock-people.ts';

export type RoleEnded = { ok: true } | { ok: false; reason: 'no such role' | 'last administrator' };

/**
 * Ends somebody's role: their sessions in it end with it, they are told by mail, and what they wrote stays. A sign-in provider does
 * not give it again; an invitation may. Refused for the last administrator, since nobody could let anybody in again.
 */
export function endMembership(
  db: Kysely<Database>,
  scope: Scope<'people.change'>,
  organisationId: string,
  membershipId: string,
  reason: string,
): Promise<RoleEnded> {
  return writeAs(db, scope, async (transaction): Promise<Written<RoleEnded>> => {
    await lockPeople(transaction, organisationId);
    const member = await transaction
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
      .select(['m.role', 'p.id as personId', 'p.email', 'o.name as organisation'])
      .where('m.id', '=', membershipId)
      .where('m.organisation_id', '=', organisationId)
      .where('m.ended_at', 'is', null)
      .executeTakeFirst();
    const refused = (why: Extract<RoleEnded, { ok: false }>['reason']): Written<RoleEnded> => ({
      action: 'people.end-role',
      outcome: 'failed',
      result: { ok: false, reason: why },
      detail: { membership: membershipId, reason: why },
    });
    if (member === undefined) return refused('no such role');
    if (member.role === 'administrator' && !(await hasOtherAdministrator(transaction, organisationId, member.personId)))
      return refused('last administrator');
    await transaction
      .updateTable('membership')
      .set({ ended_at: sql<Date>`now()`, ended_why: reason, ended_by_administrator: true })
      .where('id', '=', membershipId)
      .execute();
    await sql`select end_sessions_of_leaver(${member.personId})`.execute(transaction);
    // An address that no mail can go to must not keep a role from ending.
    if (member.email !== null && isMailAddress(member.email)) {
      const template = { name: 'role ended', organisation: member.organisation, role: member.role } as const;
      await queueMail(transaction, { to: member.email, template, organisationId, personId: member.personId });
    }
    return {
      action: 'people.end-role',
      result: { ok: true },
      detail: { membership: membershipId, person: member.personId, role: member.role },
    };
  });
}

/** Says that a role is still right, for the access review. False when there is no such role. */
export function confirmMembership(
  db: Kysely<Database>,
  scope: Scope<'people.change'>,
  organisationId: string,
  membershipId: string,
): Promise<boolean> {
  return writeAs(db, scope, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('membership')
      .set({ reviewed_at: sql<Date>`now()` })
      .where('id', '=', membershipId)
      .where('organisation_id', '=', organisationId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    const done = numUpdatedRows === 1n;
    return {
      action: 'people.confirm-role',
      result: done,
      outcome: done ? 'done' : 'failed',
      detail: { membership: membershipId },
    };
  });
}

/** Somebody else who can let people in: not erased, and not barred from signing in. */
async function hasOtherAdministrator(
  transaction: ScopedTransaction,
  organisationId: string,
  personId: string,
): Promise<boolean> {
  const other = await transaction
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select('m.id')
    .where('m.organisation_id', '=', organisationId)
    .where('m.role', '=', 'administrator')
    .where('m.ended_at', 'is', null)
    .where('m.person_id', '<>', personId)
    .where('p.erased_at', 'is', null)
    .where('p.restricted_at', 'is', null)
    .executeTakeFirst();
  return other !== undefined;
}
