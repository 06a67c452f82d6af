import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';

/** Keeps everybody else who would change the placement, its offers or its objections waiting until the transaction ends. */
export async function lockPlacement(transaction: ScopedTransaction, placementId: string): Promise<void> {
  await transaction.selectFrom('placement').select('id').where('id', '=', placementId).forUpdate().execute();
}
