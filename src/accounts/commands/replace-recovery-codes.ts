import { hashOfRecoveryCode, newRecoveryCodes } from '../../access/recovery-codes.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';

/** Makes new recovery codes for a person; those they had stop working. Returns the codes, to be shown once. */
export async function replaceRecoveryCodes(
  transaction: ScopedTransaction,
  personId: string,
  count: number,
): Promise<string[]> {
  const codes = newRecoveryCodes(count);
  await transaction.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  await transaction
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ person_id: personId, code_hash: hashOfRecoveryCode(code), used_at: null })))
    .execute();
  return codes;
}
