import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import { hashOfToken, type SiteSecret } from '../../access/secret.ts';
import type { Database } from '../../db/schema.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { pendingSignIn } from '../queries/pending-sign-in.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';
import type { SignInLimits } from './sign-in-limits.ts';
import { type NewSession, startSession } from './start-session.ts';
import { takeAppCode, takeRecoveryCode } from './take-own-code.ts';

export interface CodeAttempt extends Pick<NewSession, 'replaces' | 'userAgent'> {
  /** Token of the sign-in that the password began; null when the browser holds none. */
  pending: string | null;
  code: string;
}

export type CodeSignIn =
  /** Signed in: the token of the session, and the page to go to. */
  | { ok: true; token: string; to: string }
  /** There is no sign-in to finish, or no longer: the password is asked for again. */
  | { ok: false; reason: 'expired' }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'too many'; minutes: number };

interface CodeRules {
  policy: Pick<SignInPolicy, 'session'>;
  limits: SignInLimits;
}

/** Finishes a sign-in with the code of an authenticator app. A code works once. */
export async function signInWithCode(
  db: Kysely<Database>,
  scope: Scope<'sign-in.code'>,
  { secret, now, ...rules }: CodeRules & { secret: SiteSecret; now: Date },
  attempt: CodeAttempt,
): Promise<CodeSignIn> {
  return finishSignIn(db, scope, rules, attempt, (transaction, personId) =>
    takeAppCode(transaction, { personId, secret, now }, attempt.code),
  );
}

/** Finishes a sign-in with a recovery code, which is then used up, and writes to the person that one was. */
export async function signInWithRecoveryCode(
  db: Kysely<Database>,
  scope: Scope<'sign-in.recovery-code'>,
  rules: CodeRules,
  attempt: CodeAttempt,
): Promise<CodeSignIn> {
  return finishSignIn(db, scope, rules, attempt, async (transaction, personId) => {
    if (!(await takeRecoveryCode(transaction, personId, attempt.code))) return false;
    await tellOfUse(transaction, personId);
    return true;
  });
}

const nothing = {
  result: { ok: false, reason: 'expired' },
  outcome: 'failed',
  detail: { reason: 'nothing to finish' },
} as const;

async function finishSignIn(
  db: Kysely<Database>,
  scope: Scope<'sign-in.code'> | Scope<'sign-in.recovery-code'>,
  { policy, limits }: CodeRules,
  { pending, replaces, userAgent }: CodeAttempt,
  isRight: (transaction: ScopedTransaction, personId: string) => Promise<boolean>,
): Promise<CodeSignIn> {
  const begun = await pendingSignIn(db, scope, pending);
  if (begun === null) return writeAs<CodeSignIn>(db, scope, async () => nothing);
  const { personId, to } = begun;
  const allowance = await limits.codes.take(personId);
  if (!allowance.ok) {
    const result = { ok: false, reason: 'too many', minutes: allowance.minutes } as const;
    return writeAs(db, scope, async () => ({ result, outcome: 'refused', personId, detail: { reason: 'limit' } }));
  }
  const finished = await writeAs<CodeSignIn>(db, scope, async (transaction) => {
    // Of two right codes at once, the second waits here and then finds nothing to finish.
    const held = await transaction
      .selectFrom('pending_sign_in')
      .select('token_hash')
      .where('token_hash', '=', hashOfToken(pending!))
      .forUpdate()
      .executeTakeFirst();
    if (held === undefined) return { ...nothing, personId };
    if (!(await isRight(transaction, personId))) {
      return { result: { ok: false, reason: 'wrong' }, outcome: 'failed', personId, detail: { reason: 'wrong code' } };
    }
    await transaction.deleteFrom('pending_sign_in').where('token_hash', '=', held.token_hash).execute();
    const session = { personId, method: 'password', secondFactor: true, replaces, ip: scope.ip, userAgent } as const;
    return { result: { ok: true, token: await startSession(transaction, policy, session), to }, personId };
  });
  if (finished.ok) await limits.codes.clear(personId);
  return finished;
}

async function tellOfUse(transaction: ScopedTransaction, personId: string): Promise<void> {
  const { email, left } = await transaction
    .selectFrom('person as p')
    .select((eb) => [
      'p.email',
      eb
        .selectFrom('recovery_code as r')
        .select((r) => r.fn.countAll<number>().as('left'))
        .whereRef('r.person_id', '=', 'p.id')
        .where('r.used_at', 'is', null)
        .as('left'),
    ])
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow();
  if (email === null) return;
  const what = `a recovery code was used to sign in, and ${left === 1 ? '1 is' : `${left} are`} left`;
  const template = { name: 'second factor changed', what } as const;
  await queueMail(transaction, { to: email, template, organisationId: null, personId });
}
