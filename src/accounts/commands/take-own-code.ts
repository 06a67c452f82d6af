import { sql } from 'kysely';
import { hashOfRecoveryCode } from '../../access/recovery-codes.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { SiteSecret } from '../../access/secret.ts';
import { totpStep } from '../../access/totp.ts';

export interface CodeFacts {
  personId: string;
  secret: SiteSecret;
  now: Date;
}

/**
 * Whether what was typed is a code that the person's app shows now, or one of their recovery codes; either is then used up. False
 * for whoever has no second factor.
 */
export async function takeOwnCode(transaction: ScopedTransaction, facts: CodeFacts, typed: string): Promise<boolean> {
  return (await takeAppCode(transaction, facts, typed)) || takeRecoveryCode(transaction, facts.personId, typed);
}

/** Whether what was typed is a code that the person's app shows now and that was not used; it is then used up. */
export async function takeAppCode(
  transaction: ScopedTransaction,
  { personId, secret, now }: CodeFacts,
  typed: string,
): Promise<boolean> {
  const account = await transaction
    .selectFrom('local_account')
    .select(['totp_secret', 'totp_last_step'])
    .where('person_id', '=', personId)
    .where('totp_confirmed_at', 'is not', null)
    // Of one code sent twice at once, the second finds it used.
    .forUpdate()
    .executeTakeFirst();
  if (!account?.totp_secret) return false;
  const step = totpStep(secret.open('totp', account.totp_secret), typed, now, account.totp_last_step);
  if (step === null) return false;
  await transaction
    .updateTable('local_account')
    .set({ totp_last_step: step })
    .where('person_id', '=', personId)
    .execute();
  return true;
}

/** Whether what was typed is one of the person's recovery codes that was not used; it is then used up. */
export async function takeRecoveryCode(
  transaction: ScopedTransaction,
  personId: string,
  typed: string,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('recovery_code')
    .set({ used_at: sql<Date>`now()` })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashOfRecoveryCode(typed))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
