import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import { hashOfToken, newToken } from '../../access/secret.ts';
import type { Database } from '../../db/schema.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { networkOf } from '../rules/network-of.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';
import type { SignInLimits } from './sign-in-limits.ts';

interface ResetRules {
  policy: Pick<SignInPolicy, 'resetLinkMinutes'>;
  limits: SignInLimits;
  /** The whole address of the page that a token opens. */
  linkOf: (token: string) => string;
}

/**
 * Sends a link for a new password to an e-mail address (in small letters), if somebody who may sign in has a password under it;
 * otherwise nothing. The caller learns only whether the address of the request has asked too often. Links sent before stay good:
 * else anybody could make a person's link worthless by asking for another.
 */
export async function askForReset(
  db: Kysely<Database>,
  scope: Scope<'sign-in.password-forgotten'>,
  { policy, limits, linkOf }: ResetRules,
  email: string,
): Promise<{ ok: true } | { ok: false; reason: 'too many'; minutes: number }> {
  const fromHere = await limits.resetsFromAddress.take(networkOf(scope.ip));
  if (!fromHere.ok) {
    const result = { ok: false, reason: 'too many', minutes: fromHere.minutes } as const;
    return writeAs(db, scope, async () => ({ result, outcome: 'refused', detail: { reason: 'limit' } }));
  }
  const mails = await limits.resetMails.take(email);
  return writeAs(db, scope, async (transaction) => {
    const result = { ok: true } as const;
    const person = await transaction
      .selectFrom('person as p')
      .innerJoin('local_account as a', 'a.person_id', 'p.id')
      .select('p.id')
      .where('p.email', '=', email)
      // Whoever signs in at a provider must not get a password here, which would outlive their account there.
      .where('a.password_hash', 'is not', null)
      .where('p.erased_at', 'is', null)
      .where('p.restricted_at', 'is', null)
      .executeTakeFirst();
    if (person === undefined) return { result, outcome: 'failed', detail: { reason: 'no such account' } };
    const personId = person.id;
    if (!mails.ok) return { result, outcome: 'refused', personId, detail: { reason: 'limit' } };
    const token = newToken();
    await transaction
      .insertInto('reset_link')
      .values({
        token_hash: hashOfToken(token),
        person_id: personId,
        expires_at: sql<Date>`now() + make_interval(mins => ${policy.resetLinkMinutes})`,
      })
      .execute();
    const template = { name: 'password reset', link: linkOf(token), minutes: policy.resetLinkMinutes } as const;
    await queueMail(transaction, { to: email, template, organisationId: null, personId });
    return { result, personId };
  });
}
