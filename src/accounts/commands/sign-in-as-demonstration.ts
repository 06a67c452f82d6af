import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { demonstrationEmail } from '../rules/demonstration-email.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';
import { type NewSession, startSession } from './start-session.ts';

type DemonstrationSignIn = { ok: true; token: string } | { ok: false; reason: 'unknown' };
type Browser = Pick<NewSession, 'replaces' | 'userAgent'>;

/**
 * Signs in as an invented person, without a password. Returns the token of the session, or that there is no such person. The route
 * that calls this is there in demonstration mode alone.
 */
export async function signInAsDemonstration(
  db: Kysely<Database>,
  scope: Scope<'sign-in.demonstration'>,
  policy: Pick<SignInPolicy, 'session'>,
  key: string,
  browser: Browser,
): Promise<DemonstrationSignIn> {
  return writeAs<DemonstrationSignIn>(db, scope, async (transaction) => {
    const person = await transaction
      .selectFrom('person')
      .select('id')
      .where('email', '=', demonstrationEmail(key))
      // Whoever takes such an address by another way is no invented person.
      .where('demonstration', '=', true)
      .where('erased_at', 'is', null)
      .where('restricted_at', 'is', null)
      .executeTakeFirst();
    if (person === undefined) return { result: { ok: false, reason: 'unknown' }, outcome: 'failed', detail: { key } };
    const token = await startSession(transaction, policy, {
      personId: person.id,
      method: 'demonstration',
      secondFactor: true,
      ip: scope.ip,
      ...browser,
    });
    return { result: { ok: true, token }, personId: person.id };
  });
}
