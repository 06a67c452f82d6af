import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { weighRequest } from '../../policy/offer.ts';
import { placementIdOf, readPlacementRow } from '../../queries/placement.ts';
import { type Triage, triageState } from '../../rules/offer/triage.ts';
import type { PlacementState } from '../../rules/states.ts';
import { type Change, changePlacement } from '../change-placement.ts';
import { addTriage } from './add-triage.ts';

/** While a request is weighed and a leader is looked for. */
export const WEIGHED_IN: readonly PlacementState[] = ['requested', 'triage', 'to match'];

export type Weighed = Change | { ok: false; reason: 'not from here' };

/** Saves how a request is weighed, half filled or whole: the newest counts and the earlier ones stay. The days and the risk are the placement's from then on. */
export function saveTriage(
  db: Kysely<Database>,
  scope: Scope<typeof weighRequest.verb>,
  { version, ...triage }: Triage & { version: number },
): Promise<Weighed> {
  return writeAs(db, scope, async (transaction): Promise<Written<Weighed>> => {
    const placementId = placementIdOf(scope);
    const before = await readPlacementRow(transaction, placementId);
    if (before !== null && !WEIGHED_IN.includes(before.state))
      return { result: { ok: false, reason: 'not from here' }, outcome: 'failed', detail: { reason: 'not from here' } };
    const result = await changePlacement(transaction, scope, {
      placementId,
      version,
      deed: 'triage',
      detail: { stands: triageState(triage) },
      seenBy: 'service',
      set: { half_days: triage.halfDays, risk: triage.risk },
    });
    if (!result.ok) return { result, outcome: 'failed', detail: { reason: result.reason } };
    await addTriage(transaction, scope, result.placement, triage);
    return { result, detail: { stands: triageState(triage) } };
  });
}
