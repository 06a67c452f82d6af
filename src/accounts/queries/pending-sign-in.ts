import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import { hashOfToken } from '../../access/secret.ts';
import type { Database } from '../../db/schema.ts';

/** A sign-in whose password was right and whose second factor is still due. */
export interface PendingSignIn {
  personId: string;
  /** The page to go to afterwards. */
  to: string;
}

/** The sign-in of a token, while it may still be finished; null when there is none, or it was finished or has expired. */
export async function pendingSignIn(
  db: Kysely<Database>,
  scope: Scope<'sign-in.code'> | Scope<'sign-in.recovery-code'>,
  token: string | null,
): Promise<PendingSignIn | null> {
  if (token === null) return null;
  const found = await readAs(db, scope, (transaction) =>
    transaction
      .selectFrom('pending_sign_in')
      .select(['person_id', 'detail'])
      .where('token_hash', '=', hashOfToken(token))
      .where('kind', '=', 'second factor')
      .where('expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst(),
  );
  return found?.person_id ? { personId: found.person_id, to: String(found.detail.to) } : null;
}
