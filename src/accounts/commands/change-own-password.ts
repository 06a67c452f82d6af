import { type Kysely, sql } from 'kysely';
import { hashPassword, passwordFault, verifyPassword } from '../../access/passwords.ts';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';
import { endSessionsBesides } from './end-own-sessions.ts';
import type { OwnAccountLimits } from './own-account-limits.ts';
import { tellOwner } from './tell-owner.ts';

export type PasswordChange =
  | { ok: true }
  /** The current password is not that. */
  | { ok: false; reason: 'current' }
  /** Another password is asked for; why, as a sentence. */
  | { ok: false; reason: 'chosen'; fault: string }
  | { ok: false; reason: 'too many'; minutes: number };

interface Rules {
  policy: Pick<SignInPolicy, 'password'>;
  limits: OwnAccountLimits;
}

/** Changes the password of whoever asks, who gives the current one. Their other sessions end, and they are told by mail. */
export async function changeOwnPassword(
  db: Kysely<Database>,
  scope: Scope<'account.change'>,
  { policy, limits }: Rules,
  { current, chosen }: { current: string; chosen: string },
): Promise<PasswordChange> {
  const person = scope.person!;
  const action = 'account.password';
  const failed = (result: PasswordChange, reason: string) =>
    ({ result, action, outcome: 'failed', detail: { reason } }) as const;
  const allowance = await limits.passwords.take(person.id, person.sessionId);
  if (!allowance.ok) {
    return writeAs<PasswordChange>(db, scope, async () =>
      failed({ ok: false, reason: 'too many', minutes: allowance.minutes }, 'limit'),
    );
  }
  const changed = await writeAs<PasswordChange>(db, scope, async (transaction) => {
    const account = await transaction
      .selectFrom('local_account')
      .select('password_hash')
      .where('person_id', '=', person.id)
      // Of two changes at once, the second finds the current password changed.
      .forUpdate()
      .executeTakeFirst();
    if (!(await verifyPassword(account?.password_hash ?? null, current))) {
      return failed({ ok: false, reason: 'current' }, 'wrong password');
    }
    const fault =
      chosen === current
        ? 'Choose a password other than the current one'
        : passwordFault(chosen, { policy, person: { name: person.name, email: person.email ?? '' } });
    if (fault !== null) return failed({ ok: false, reason: 'chosen', fault }, 'weak password');
    await transaction
      .updateTable('local_account')
      .set({ password_hash: await hashPassword(chosen), password_set_at: sql<Date>`now()` })
      .where('person_id', '=', person.id)
      .execute();
    await endSessionsBesides(transaction, person);
    await tellOwner(transaction, person, { name: 'password changed' });
    return { result: { ok: true }, action };
  });
  // Only a wrong current password is a guess.
  if (changed.ok || changed.reason === 'chosen') await limits.passwords.clear(person.id, person.sessionId);
  return changed;
}
