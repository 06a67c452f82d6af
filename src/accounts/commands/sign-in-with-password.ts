import { type Kysely, sql } from 'kysely';
import { hashPassword, isOutdated, verifyPassword } from '../../access/passwords.ts';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import { hashOfToken, newToken } from '../../access/secret.ts';
import type { Database } from '../../db/schema.ts';
import { accountOfEmail } from '../queries/account-of-email.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';
import { forgetAttempt, type SignInLimits, takeAttempt } from './sign-in-limits.ts';
import { type NewSession, startSession } from './start-session.ts';

export interface PasswordAttempt extends Pick<NewSession, 'replaces' | 'userAgent'> {
  /** In small letters. */
  email: string;
  password: string;
  /** The page to go to afterwards: a path of this site. */
  to: string;
}

export type PasswordSignIn =
  /** Signed in: the token of the session. */
  | { ok: true; token: string }
  /** The password was right, a code is due: the token of the sign-in that was begun. */
  | { ok: false; reason: 'code'; pending: string }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'too many'; minutes: number };

/**
 * Signs in by e-mail address and password. For an address that nobody has it does the same work and gives the same answer as for a
 * wrong password. Where a second factor is set up it is always due; where the role needs one and none is set up, the pages that
 * need it say so.
 */
export async function signInWithPassword(
  db: Kysely<Database>,
  scope: Scope<'sign-in.password'>,
  { policy, limits }: { policy: Pick<SignInPolicy, 'session' | 'pendingMinutes'>; limits: SignInLimits },
  { email, password, to, replaces, userAgent }: PasswordAttempt,
): Promise<PasswordSignIn> {
  const account = await accountOfEmail(db, scope, email);
  const personId = account?.personId ?? null;
  const attempt = { email, ip: scope.ip, knownAddress: account?.knownAddress ?? false };
  const allowance = await takeAttempt(limits, attempt);
  if (!allowance.ok) {
    const result = { ok: false, reason: 'too many', minutes: allowance.minutes } as const;
    return writeAs(db, scope, async () => ({ result, outcome: 'refused', personId, detail: { reason: 'limit' } }));
  }
  // Outside any transaction: this is slow on purpose.
  const matches = await verifyPassword(account?.passwordHash ?? null, password);
  const renewed = matches && isOutdated(account!.passwordHash) ? await hashPassword(password) : null;

  const signedIn = await writeAs<PasswordSignIn>(db, scope, async (transaction) => {
    const held = matches
      ? await transaction
          .selectFrom('local_account')
          .select('totp_confirmed_at')
          .where('person_id', '=', personId)
          // Another password may have been set while this one was checked.
          .where('password_hash', '=', account!.passwordHash)
          .forUpdate()
          .executeTakeFirst()
      : undefined;
    if (held === undefined || personId === null) {
      const reason = account === null ? 'no such account' : 'wrong password';
      return { result: { ok: false, reason: 'wrong' }, outcome: 'failed', personId, detail: { reason } };
    }
    if (renewed !== null) {
      await transaction
        .updateTable('local_account')
        .set({ password_hash: renewed })
        .where('person_id', '=', personId)
        .execute();
    }
    if (held.totp_confirmed_at !== null) {
      const pending = newToken();
      await transaction
        .insertInto('pending_sign_in')
        .values({
          token_hash: hashOfToken(pending),
          kind: 'second factor',
          person_id: personId,
          provider: null,
          detail: JSON.stringify({ to }),
          expires_at: sql<Date>`now() + make_interval(mins => ${policy.pendingMinutes})`,
        })
        .execute();
      return { result: { ok: false, reason: 'code', pending }, personId, detail: { due: 'code' } };
    }
    const session = { personId, method: 'password', secondFactor: false, replaces, ip: scope.ip, userAgent } as const;
    return { result: { ok: true, token: await startSession(transaction, policy, session) }, personId };
  });
  if (signedIn.ok || signedIn.reason === 'code') await forgetAttempt(limits, attempt);
  return signedIn;
}
