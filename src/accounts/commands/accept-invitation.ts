import { type Kysely, sql } from 'kysely';
import { hashPassword, passwordFault } from '../../access/passwords.ts';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { invitationOfToken } from '../queries/open-invitation.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';

/** Who takes an invitation up: somebody new, with the name and password they choose, or a person who is signed in. */
export type Taker = { kind: 'new'; name: string; password: string } | { kind: 'person'; personId: string };

export type Accepted =
  | { ok: true }
  /** Unknown, expired, withdrawn or used. */
  | { ok: false; reason: 'no invitation' }
  /** The email address is somebody's already: that very person must be signed in. */
  | { ok: false; reason: 'not theirs' }
  | { ok: false; reason: 'password'; fault: string };

/**
 * Takes up an invitation, once. Holding the link shows who reads the mailbox, and that makes a new account; it does not open an
 * account that is there already, so a person with this email address must be signed in, and nobody else may take it up.
 */
export async function acceptInvitation(
  db: Kysely<Database>,
  scope: Scope<'sign-in.invitation'>,
  policy: Pick<SignInPolicy, 'password'>,
  token: string,
  taker: Taker,
): Promise<Accepted> {
  return writeAs(db, scope, async (transaction): Promise<Written<Accepted>> => {
    const invitation = await invitationOfToken(transaction, token).forUpdate('i').executeTakeFirst();
    if (invitation === undefined) return failed({ ok: false, reason: 'no invitation' });
    const { id, organisationId, role, email, personId: owner } = invitation;
    const about = { invitation: id };
    const personId = taker.kind === 'new' ? null : taker.personId;
    if (owner !== personId) return { ...failed({ ok: false, reason: 'not theirs' }, about), personId };
    if (taker.kind === 'new') {
      const fault = passwordFault(taker.password, { policy, person: { name: taker.name, email } });
      if (fault !== null) return failed({ ok: false, reason: 'password', fault }, about);
    }
    const member = taker.kind === 'new' ? await newPerson(transaction, taker, email) : taker.personId;
    if (member === null) return failed({ ok: false, reason: 'not theirs' }, about);
    const membership = await transaction
      .insertInto('membership')
      .values({ person_id: member, organisation_id: organisationId, role, granted_by: 'invitation' })
      // They may have been given the role in the meantime.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    await transaction
      .updateTable('invitation')
      .set({ accepted_at: sql<Date>`now()` })
      .where('id', '=', id)
      .execute();
    return {
      action: 'invitation.accept',
      result: { ok: true },
      personId: member,
      detail: { ...about, role, organisation: organisationId, membership: membership?.id ?? null },
    };
  });
}

function failed(result: Extract<Accepted, { ok: false }>, about: { invitation?: string } = {}): Written<Accepted> {
  return { action: 'invitation.accept', result, outcome: 'failed', detail: { ...about, reason: result.reason } };
}

/** Null when somebody took the address at this very moment, by another invitation. */
async function newPerson(
  transaction: ScopedTransaction,
  { name, password }: Extract<Taker, { kind: 'new' }>,
  email: string,
): Promise<string | null> {
  const person = await transaction
    .insertInto('person')
    .values({ name, email })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (person === undefined) return null;
  await transaction
    .insertInto('local_account')
    .values({ person_id: person.id, password_hash: await hashPassword(password) })
    .execute();
  return person.id;
}
