import { sql } from 'kysely';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import { hashOfToken, newToken } from '../../access/secret.ts';
import { linkLeaders } from '../../leaders/commands/register/add-leader.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';

export interface NewSession {
  personId: string;
  method: 'password' | 'provider' | 'demonstration';
  secondFactor: boolean;
  /** Issuer of the provider that signed the person in. */
  providerIssuer?: string;
  /** The session that the browser held until now: it ends, so that every sign-in has a token of its own. */
  replaces?: string | null;
  ip: string | null;
  userAgent: string | null;
}

const LONGEST_USER_AGENT = 300;

/**
 * Starts a session, inside the transaction of the sign-in, and returns its token for the cookie; only the hash is stored.
 * The person acts in the role they acted in last, or else in the one they have held longest. Entries in registers of leaders that are of them
 * are joined to the account now, which is when a new role or address first counts.
 */
export async function startSession(
  transaction: ScopedTransaction,
  policy: Pick<SignInPolicy, 'session'>,
  session: NewSession,
): Promise<string> {
  if (session.replaces) await endSessionOfToken(transaction, session.replaces);
  await linkLeaders(transaction, session.personId);
  const token = newToken();
  await transaction
    .insertInto('session')
    .values({
      token_hash: hashOfToken(token),
      person_id: session.personId,
      membership_id: await firstRole(transaction, session.personId),
      method: session.method,
      provider_issuer: session.providerIssuer ?? null,
      second_factor: session.secondFactor,
      idle_until: sql<Date>`now() + make_interval(mins => ${policy.session.idleMinutes})`,
      ends_at: sql<Date>`now() + make_interval(hours => ${policy.session.longestHours})`,
      ip: session.ip,
      user_agent: session.userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
    })
    .execute();
  return token;
}

/** Ends the session of a token; nothing happens when it has ended. */
async function endSessionOfToken(transaction: ScopedTransaction, token: string): Promise<void> {
  await transaction
    .updateTable('session')
    .set({ ended_at: sql<Date>`now()` })
    .where('token_hash', '=', hashOfToken(token))
    .where('ended_at', 'is', null)
    .execute();
}

async function firstRole(transaction: ScopedTransaction, personId: string): Promise<string | null> {
  const found = await transaction
    .selectFrom('membership as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select('m.id')
    .where('m.person_id', '=', personId)
    .where('m.ended_at', 'is', null)
    .where('o.closed_at', 'is', null)
    .orderBy(
      (eb) =>
        eb
          .selectFrom('session as s')
          .select((s) => s.fn.max('s.seen_at').as('last'))
          .whereRef('s.membership_id', '=', 'm.id'),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('m.started_at')
    .executeTakeFirst();
  return found?.id ?? null;
}
