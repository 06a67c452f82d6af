import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import { hashOfToken } from '../../access/secret.ts';
import type { Database } from '../../db/schema.ts';
import type { ProviderChecks } from '../queries/ask-provider.ts';
import { begunSignIn } from '../schema/begun-sign-in.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';

interface Beginning {
  /** Id of the provider in the providers file. */
  provider: string;
  /** The mark of the browser that begins; only it may finish. */
  visitor: string;
  checks: ProviderChecks;
  /** The page to go to afterwards, a path of this site. */
  to: string;
}

/** Notes that a browser goes to a provider, so that this browser, and no other, may come back with what the provider gives it, once. */
export async function beginProviderSignIn(
  db: Kysely<Database>,
  scope: Scope<'sign-in.provider-begun'>,
  policy: Pick<SignInPolicy, 'pendingMinutes'>,
  { provider, visitor, checks, to }: Beginning,
): Promise<void> {
  const { state, nonce, verifier } = checks;
  await writeAs(db, scope, async (transaction) => {
    // Visitors who never came back leave nothing behind for long.
    await transaction
      .deleteFrom('pending_sign_in')
      .where('expires_at', '<=', sql<Date>`now()`)
      .execute();
    await transaction
      .insertInto('pending_sign_in')
      .values({
        token_hash: keyOf(visitor, state),
        kind: 'provider',
        provider,
        detail: JSON.stringify({ nonce, verifier, to }),
        expires_at: sql<Date>`now() + make_interval(mins => ${policy.pendingMinutes})`,
      })
      .execute();
    return { result: undefined, detail: { provider } };
  });
}

/**
 * Takes up the sign-in that this browser began with the state that came back: once, in time, and at this provider. Null otherwise:
 * a replay, another browser's answer, or one that nobody here asked for.
 */
export async function takeUpProviderSignIn(
  db: Kysely<Database>,
  scope: Scope<'sign-in.provider-returned'>,
  { provider, visitor, state }: { provider: string; visitor: string | null; state: string | undefined },
): Promise<{ checks: ProviderChecks; to: string } | null> {
  return writeAs(db, scope, async (transaction) => {
    const failed = { result: null, outcome: 'failed', detail: { provider, reason: 'not begun here' } } as const;
    if (visitor === null || state === undefined) return failed;
    const taken = await transaction
      .deleteFrom('pending_sign_in')
      .where('token_hash', '=', keyOf(visitor, state))
      .where('kind', '=', 'provider')
      .where('provider', '=', provider)
      .where('expires_at', '>', sql<Date>`now()`)
      .returning('detail')
      .executeTakeFirst();
    if (taken === undefined) return failed;
    const { nonce, verifier, to } = begunSignIn.parse(taken.detail);
    return { result: { checks: { state, nonce, verifier }, to }, detail: { provider } };
  });
}

/** Both what the browser holds and what the provider hands back are needed to find the row. */
function keyOf(visitor: string, state: string): string {
  return hashOfToken(`${visitor} ${state}`);
}
