import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { placementIdOf } from '../queries/placement.ts';
import type { MoveName } from '../rules/states.ts';
import { type Moved, movePlacement } from './change-placement.ts';
import { tellDeclined } from './offer/tell-declined.ts';

/** Makes a move that asks for nothing but, where the table of states says so, a reason. */
export function makeMove(
  db: Kysely<Database>,
  scope: Scope<`placement.${MoveName}`>,
  move: MoveName,
  { version, reason }: { version: number; reason: string | null },
  linkTo: (placementId: string) => string,
): Promise<Moved> {
  return writeAs(db, scope, async (transaction): Promise<Written<Moved>> => {
    const result = await movePlacement(transaction, scope, {
      placementId: placementIdOf(scope),
      version,
      move,
      deed: move,
      words: reason,
    });
    if (result.ok && move === 'decline-request')
      await tellDeclined(transaction, scope, result.placement, reason ?? '', linkTo(result.placement.id));
    if (result.ok) return { result, detail: { to: result.placement.state, version: result.placement.version } };
    return { result, outcome: 'failed', detail: { reason: result.reason } };
  });
}
