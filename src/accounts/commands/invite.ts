import { type Kysely, sql } from 'kysely';
import type { Role } from '../../access/roles.ts';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import { hashOfToken, newToken } from '../../access/secret.ts';
import type { Database } from '../../db/schema.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { londonMoment } from '../../opendata/rules/london-time.ts';
import { roleOfKind } from '../rules/roles-of-kind.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';
import { lockPeople } from './lock-people.ts';

export interface Invitee {
  organisationId: string;
  name: string;
  /** In small letters. */
  email: string;
  role: Role;
}

/** How invitations are made: how long they stand, and the address of the page that takes them up. */
export interface InvitationTerms {
  policy: Pick<SignInPolicy, 'invitationDays'>;
  linkOf: (token: string) => string;
}

/** `link` goes to the mailbox alone: whoever holds it can take up the role. */
export type Invited =
  | { ok: true; by: 'mail'; invitationId: string; link: string; expiresAt: Date }
  | { ok: true; by: 'role' }
  | { ok: false; reason: 'no such organisation' | 'not a role there' | 'holds the role' | 'invited already' };

/**
 * Invites somebody to a role by mail. Somebody who holds another role in the organisation gets the new one at once: who they are
 * is known there already. Refused: a role that makes no sense in the kind of organisation, one that they hold, and a
 * second invitation to the same while one is open.
 */
export function invite(
  db: Kysely<Database>,
  scope: Scope<'people.change'> | Scope<'operator.invite'>,
  terms: InvitationTerms,
  invitee: Invitee,
): Promise<Invited> {
  return writeAs(db, scope, async (transaction): Promise<Written<Invited>> => {
    const { organisationId, role, email } = invitee;
    await lockPeople(transaction, organisationId);
    const refused = (reason: Extract<Invited, { ok: false }>['reason']): Written<Invited> => ({
      action: 'people.invite',
      outcome: 'failed',
      result: { ok: false, reason },
      detail: { role, reason },
    });
    const organisation = await transaction
      .selectFrom('organisation')
      .select(['id', 'name', 'kind'])
      .where('id', '=', organisationId)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (organisation === undefined) return refused('no such organisation');
    if (roleOfKind(organisation.kind, role) === null) return refused('not a role there');
    const held = await rolesOf(transaction, organisationId, email);
    if (held.some((one) => one.role === role)) return refused('holds the role');
    if (await isInvited(transaction, invitee)) return refused('invited already');
    if (held[0] !== undefined) {
      const membershipId = await giveRole(transaction, scope, held[0].personId, invitee);
      return {
        action: 'people.give-role',
        result: { ok: true, by: 'role' },
        personId: held[0].personId,
        detail: { role, membership: membershipId },
      };
    }
    const made = await makeInvitation(transaction, scope, terms, invitee, organisation.name);
    return {
      action: 'people.invite',
      result: { ok: true, by: 'mail', ...made },
      detail: { role, invitation: made.invitationId },
    };
  });
}

async function rolesOf(transaction: ScopedTransaction, organisationId: string, email: string) {
  return transaction
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.role', 'p.id as personId'])
    .where('m.organisation_id', '=', organisationId)
    .where('m.ended_at', 'is', null)
    .where('p.email', '=', email)
    .execute();
}

async function isInvited(
  transaction: ScopedTransaction,
  { organisationId, email, role }: Pick<Invitee, 'organisationId' | 'email' | 'role'>,
): Promise<boolean> {
  const open = await transaction
    .selectFrom('invitation')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email)
    .where('role', '=', role)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return open !== undefined;
}

async function giveRole(
  transaction: ScopedTransaction,
  scope: Scope,
  personId: string,
  { organisationId, role }: Pick<Invitee, 'organisationId' | 'role'>,
): Promise<string> {
  const { id } = await transaction
    .insertInto('membership')
    .values({
      person_id: personId,
      organisation_id: organisationId,
      role,
      granted_by: scope.person === null ? 'operator' : 'invitation',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function makeInvitation(
  transaction: ScopedTransaction,
  scope: Scope,
  { policy, linkOf }: InvitationTerms,
  { organisationId, name, email, role }: Invitee,
  organisation: string,
): Promise<{ invitationId: string; link: string; expiresAt: Date }> {
  const token = newToken();
  const { id, expires_at: expiresAt } = await transaction
    .insertInto('invitation')
    .values({
      token_hash: hashOfToken(token),
      organisation_id: organisationId,
      email,
      name,
      role,
      invited_by: scope.person?.id ?? null,
      expires_at: sql<Date>`now() + make_interval(days => ${policy.invitationDays})`,
    })
    .returning(['id', 'expires_at'])
    .executeTakeFirstOrThrow();
  const link = linkOf(token);
  await queueMail(transaction, {
    to: email,
    template: {
      name: 'invitation',
      link,
      organisation,
      role,
      invitedBy: scope.person?.name ?? 'Whoever runs Alongside',
      expires: londonMoment(expiresAt),
    },
    organisationId,
    personId: null,
  });
  return { invitationId: id, link, expiresAt };
}
