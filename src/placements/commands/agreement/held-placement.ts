import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { readPlacementRow } from '../../queries/placement.ts';
import type { Placement } from '../../rules/placement.ts';
import type { PlacementState } from '../../rules/states.ts';

/** The placement, with everybody else who changes it waiting until the transaction ends; null when it is in none of the states, or not theirs to read. */
export async function heldPlacement(
  transaction: ScopedTransaction,
  id: string,
  states: readonly PlacementState[],
): Promise<Placement | null> {
  await transaction.selectFrom('placement').select('id').where('id', '=', id).forUpdate().execute();
  const placement = await readPlacementRow(transaction, id);
  return placement !== null && states.includes(placement.state) ? placement : null;
}
