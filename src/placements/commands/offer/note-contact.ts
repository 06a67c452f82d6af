import type { Kysely } from 'kysely';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { MoveScope } from '../../policy.ts';
import { placementIdOf, readPlacementRow } from '../../queries/placement.ts';
import { hasOpenObjection } from '../../queries/offer/objections.ts';
import { type Moved, movePlacement } from '../change-placement.ts';

/** Notes on which day the leader and the school were first in touch; late is said. Not while the head's objection to the leader is unanswered. */
export function noteContact(
  db: Kysely<Database>,
  scope: MoveScope,
  { version, on, words }: { version: number; on: string; words: string | null },
): Promise<Moved> {
  return writeAs(db, scope, async (transaction): Promise<Written<Moved>> => {
    const placementId = placementIdOf(scope);
    const before = await readPlacementRow(transaction, placementId);
    const dueOn = before?.dueOn ?? null;
    const result: Moved = (await hasOpenObjection(transaction, placementId))
      ? {
          ok: false,
          reason: 'open items',
          items: [
            {
              words: 'The head of the supported school objects to the leader, and the service has not answered.',
              at: 'overview',
            },
          ],
        }
      : await movePlacement(transaction, scope, {
          placementId,
          version,
          move: 'note-contact',
          deed: 'note-contact',
          words,
          detail: { on, late: dueOn !== null && on > dueOn },
          seenBy: 'all',
          set: { due_on: null },
        });
    return result.ok ? { result, detail: { on } } : { result, outcome: 'failed', detail: { reason: result.reason } };
  });
}
