import { type Kysely, sql } from 'kysely';
import { hashPassword, passwordFault } from '../../access/passwords.ts';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import { hashOfToken } from '../../access/secret.ts';
import type { Database } from '../../db/schema.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { personOfResetLink } from '../queries/person-of-reset-link.ts';
import { networkOf } from '../rules/network-of.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';
import type { SignInLimits } from './sign-in-limits.ts';

export type PasswordReset =
  | { ok: true }
  /** The link was used, has expired, or never was. */
  | { ok: false; reason: 'link' }
  /** Another password is asked for; why, as a sentence. The link stays good. */
  | { ok: false; reason: 'password'; fault: string };

/**
 * Sets a new password by the link of a mail. The link and all others of the person are used up, every session of theirs ends, and
 * they are told by mail. Nobody is signed in by it, and a second factor stays due.
 */
export async function resetPassword(
  db: Kysely<Database>,
  scope: Scope<'sign-in.password-reset'>,
  { policy, limits }: { policy: Pick<SignInPolicy, 'password'>; limits: SignInLimits },
  { token, password }: { token: string; password: string },
): Promise<PasswordReset> {
  const person = await personOfResetLink(db, scope, token);
  const spent = {
    result: { ok: false, reason: 'link' },
    outcome: 'failed',
    detail: { reason: 'no such link' },
  } as const;
  if (person === null) return writeAs<PasswordReset>(db, scope, async () => spent);
  const { id: personId, email } = person;
  const fault = passwordFault(password, { policy, person });
  if (fault !== null) {
    const result = { ok: false, reason: 'password', fault } as const;
    return writeAs(db, scope, async () => ({
      result,
      outcome: 'failed',
      personId,
      detail: { reason: 'weak password' },
    }));
  }
  // Outside any transaction: this is slow on purpose.
  const passwordHash = await hashPassword(password);
  const reset = await writeAs<PasswordReset>(db, scope, async (transaction) => {
    if (!(await useUp(transaction, token))) return { ...spent, personId };
    await transaction
      .updateTable('local_account')
      .set({ password_hash: passwordHash, password_set_at: sql<Date>`now()` })
      .where('person_id', '=', personId)
      .execute();
    await endEverythingOpen(transaction, personId);
    const template = { name: 'password changed' } as const;
    await queueMail(transaction, { to: email, template, organisationId: null, personId });
    return { result: { ok: true }, personId };
  });
  if (reset.ok) {
    // Whoever guessed until now must not keep the person waiting who has just proved who they are.
    await limits.forAccount.clear(email, networkOf(scope.ip));
    await limits.fromStrangers.clear(email);
    await limits.codes.clear(personId);
  }
  return reset;
}

/** Marks the link as used; of two uses at once only one finds it unused. */
async function useUp(transaction: ScopedTransaction, token: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('reset_link')
    .set({ used_at: sql<Date>`now()` })
    .where('token_hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function endEverythingOpen(transaction: ScopedTransaction, personId: string): Promise<void> {
  await transaction
    .updateTable('reset_link')
    .set({ used_at: sql<Date>`now()` })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
  await transaction
    .updateTable('session')
    .set({ ended_at: sql<Date>`now()` })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  await transaction
    .deleteFrom('pending_sign_in')
    .where('person_id', '=', personId)
    .where('kind', '=', 'second factor')
    .execute();
}
