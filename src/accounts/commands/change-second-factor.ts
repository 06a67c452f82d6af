import type { Kysely } from 'kysely';
import type { Person } from '../../access/roles.ts';
import type { Scope } from '../../access/scope.ts';
import { type Written, writeAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import { hashOfToken, newToken, type SiteSecret } from '../../access/secret.ts';
import { totpStep } from '../../access/totp.ts';
import { openSetUp } from '../../access/totp-set-up.ts';
import type { Database } from '../../db/schema.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';
import { endSessionsBesides } from './end-own-sessions.ts';
import type { OwnAccountLimits } from './own-account-limits.ts';
import { replaceRecoveryCodes } from './replace-recovery-codes.ts';
import { takeOwnCode } from './take-own-code.ts';
import { tellOwner } from './tell-owner.ts';

export interface FactorRules {
  policy: Pick<SignInPolicy, 'recoveryCodes'>;
  limits: OwnAccountLimits;
  secret: SiteSecret;
  now: Date;
}

type Refused =
  /** The code of the app that is being set up is wrong. */
  | { ok: false; reason: 'code' }
  /** The code of the second factor that the person has is wrong, or was used. */
  | { ok: false; reason: 'current' }
  /** The page was of another session, or was changed. */
  | { ok: false; reason: 'set-up' }
  | { ok: false; reason: 'too many'; minutes: number };

/** `token` is the new one of the present session, whose rights have grown; `codes` are shown once. */
export type FactorSetUp = { ok: true; codes: string[]; token: string } | Refused;

/**
 * Sets up the second factor of whoever asks, or moves it to another app: then a current code is needed besides. The old app and
 * recovery codes stop working, other sessions end, and the present one counts as signed in with a second factor.
 */
export async function setUpSecondFactor(
  db: Kysely<Database>,
  scope: Scope<'account.change'>,
  rules: FactorRules,
  { sealed, code, current }: { sealed: string; code: string; current: string },
): Promise<FactorSetUp> {
  const person = scope.person!;
  const action = 'account.second-factor.set-up';
  return counted<FactorSetUp>(db, scope, rules, action, async (transaction) => {
    const plain = openSetUp(rules.secret, person, sealed);
    const account = await transaction
      .selectFrom('local_account')
      .select('totp_confirmed_at')
      .where('person_id', '=', person.id)
      .forUpdate()
      .executeTakeFirst();
    if (plain === null) return refused('set-up');
    const step = totpStep(plain, code, rules.now, null);
    if (step === null) return refused('code');
    const moved = account !== undefined && account.totp_confirmed_at !== null;
    if (moved && !(await takeOwnCode(transaction, { personId: person.id, ...rules }, current))) {
      return refused('current');
    }
    const factor = {
      totp_secret: rules.secret.seal('totp', plain),
      totp_confirmed_at: rules.now,
      totp_last_step: step,
    };
    await transaction
      .insertInto('local_account')
      // For those who sign in at a provider: a second factor, and no password.
      .values({ person_id: person.id, password_hash: null, password_set_at: null, ...factor })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(factor))
      .execute();
    const codes = await replaceRecoveryCodes(transaction, person.id, rules.policy.recoveryCodes);
    await endSessionsBesides(transaction, person);
    const token = await raiseSession(transaction, person);
    const what = moved ? 'the second factor was moved to another app' : 'a second factor was set up';
    await tellOwner(transaction, person, { name: 'second factor changed', what });
    return { result: { ok: true, codes, token }, detail: { moved } };
  });
}

/** The code of the second factor that the person has, for a session that began without it: by a provider that asked for none. */
export async function proveSecondFactor(
  db: Kysely<Database>,
  scope: Scope<'account.change'>,
  rules: FactorRules,
  code: string,
): Promise<{ ok: true; token: string } | Refused> {
  const person = scope.person!;
  return counted<{ ok: true; token: string } | Refused>(
    db,
    scope,
    rules,
    'account.second-factor.prove',
    async (transaction) => {
      if (!(await takeOwnCode(transaction, { personId: person.id, ...rules }, code))) return refused('current');
      return { result: { ok: true, token: await raiseSession(transaction, person) } };
    },
  );
}

/** Removes the second factor of whoever asks and gives a current code. Other sessions end; none counts as second-factored any more. */
export async function removeSecondFactor(
  db: Kysely<Database>,
  scope: Scope<'account.change'>,
  rules: FactorRules,
  code: string,
): Promise<{ ok: true } | Refused> {
  const person = scope.person!;
  return counted<{ ok: true } | Refused>(db, scope, rules, 'account.second-factor.remove', async (transaction) => {
    if (!(await takeOwnCode(transaction, { personId: person.id, ...rules }, code))) return refused('current');
    await transaction
      .deleteFrom('local_account')
      .where('person_id', '=', person.id)
      .where('password_hash', 'is', null)
      .execute();
    await transaction
      .updateTable('local_account')
      .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
      .where('person_id', '=', person.id)
      .execute();
    await transaction.deleteFrom('recovery_code').where('person_id', '=', person.id).execute();
    await transaction.updateTable('session').set({ second_factor: false }).where('id', '=', person.sessionId).execute();
    await endSessionsBesides(transaction, person);
    await tellOwner(transaction, person, { name: 'second factor changed', what: 'the second factor was removed' });
    return { result: { ok: true } };
  });
}

/** Makes new recovery codes for whoever asks and gives a current code; the old ones stop working. */
export async function renewRecoveryCodes(
  db: Kysely<Database>,
  scope: Scope<'account.change'>,
  rules: FactorRules,
  code: string,
): Promise<{ ok: true; codes: string[] } | Refused> {
  const person = scope.person!;
  return counted<{ ok: true; codes: string[] } | Refused>(
    db,
    scope,
    rules,
    'account.recovery-codes',
    async (transaction) => {
      if (!(await takeOwnCode(transaction, { personId: person.id, ...rules }, code))) return refused('current');
      const codes = await replaceRecoveryCodes(transaction, person.id, rules.policy.recoveryCodes);
      await tellOwner(transaction, person, { name: 'second factor changed', what: 'new recovery codes were made' });
      return { result: { ok: true, codes } };
    },
  );
}

/** Counts the try, does the work in one transaction, and enters in the trail how it went. */
async function counted<T extends { ok: boolean }>(
  db: Kysely<Database>,
  scope: Scope<'account.change'>,
  { limits }: FactorRules,
  action: string,
  work: (transaction: ScopedTransaction) => Promise<Pick<Written<T | Refused>, 'result' | 'detail'>>,
): Promise<T | Refused> {
  const { id, sessionId } = scope.person!;
  const allowance = await limits.codes.take(id, sessionId);
  const done = await writeAs<T | Refused>(db, scope, async (transaction) => {
    if (!allowance.ok) {
      const result = { ok: false, reason: 'too many', minutes: allowance.minutes } as const;
      return { result, action, outcome: 'refused', detail: { reason: 'limit' } };
    }
    const written = await work(transaction);
    return { ...written, action, outcome: written.result.ok ? 'done' : 'failed' };
  });
  if (done.ok) await limits.codes.clear(id, sessionId);
  return done;
}

function refused(reason: 'code' | 'current' | 'set-up'): { result: Refused; detail: { reason: string } } {
  return { result: { ok: false, reason }, detail: { reason } };
}

/** The session counts as second-factored from now on, under a new token: one that was taken before the rise stays without it. */
async function raiseSession(transaction: ScopedTransaction, { sessionId }: Person): Promise<string> {
  const token = newToken();
  await transaction
    .updateTable('session')
    .set({ second_factor: true, token_hash: hashOfToken(token) })
    .where('id', '=', sessionId)
    .execute();
  return token;
}
