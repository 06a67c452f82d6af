import type { Kysely } from 'kysely';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import { readEvents } from '../../queries/events.ts';
import { placementIdOf, readPlacementRow } from '../../queries/placement.ts';
import type { DatedMove } from '../../rules/life/dated-moves.ts';
import { writeToParts } from '../agreement/letters.ts';
import { type Moved, movePlacement } from '../change-placement.ts';

interface Dated {
  version: number;
  /** ISO day: of the pause, of taking up again, of the end. Null for undoing an end. */
  on: string | null;
  reason: string | null;
  /** ISO day by which the evaluation is asked for, after an end. */
  evaluateBy: string;
  link: string;
}

export type DatedResult = Moved | { ok: false; reason: 'too early'; from: string };

/**
 * Pauses a placement, takes it up again, ends it or undoes the end, on a day. An end lies not before the first day, and taking up again
 * not before the pause. Undoing an end gives the last day back that was agreed.
 */
export function makeDatedMove(
  db: Kysely<Database>,
  scope: Scope<`placement.${string}`>,
  move: DatedMove,
  { version, on, reason, evaluateBy, link }: Dated,
): Promise<DatedResult> {
  return writeAs(db, scope, async (transaction): Promise<Written<DatedResult>> => {
    const placementId = placementIdOf(scope);
    const before = await readPlacementRow(transaction, placementId);
    const events = await readEvents(transaction, placementId, 0);
    const ends = move === 'end-early' || move === 'complete';
    const pausedOn = events.find(({ deed }) => deed === 'pause')?.detail.on;
    const from = move === 'resume' ? pausedOn : ends ? before?.startsOn : null;
    if (typeof from === 'string' && on !== null && on < from) {
      const result = { ok: false, reason: 'too early', from } as const;
      return { result, outcome: 'failed', detail: { reason: result.reason } };
    }
    const ended = events.find(({ deed }) => deed === 'end-early' || deed === 'complete');
    const planned = ended?.detail.planned;
    const set = ends
      ? {
          ends_on: on,
          ended_how: move === 'complete' ? ('completed' as const) : ('early' as const),
          due_on: evaluateBy,
        }
      : move === 'undo-end'
        ? { ends_on: typeof planned === 'string' ? planned : null, ended_how: null, due_on: null }
        : {};
    const detail = { ...(on === null ? {} : { on }), ...(ends ? { planned: before?.endsOn ?? null } : {}) };
    const result = await movePlacement(transaction, scope, {
      placementId,
      version,
      move,
      deed: move,
      words: reason,
      detail,
      seenBy: 'all',
      set,
    });
    if (!result.ok) return { result, outcome: 'failed', detail: { reason: result.reason } };
    const asked = ends
      ? await writeToParts(transaction, scope, result.placement, ['leader', 'supported head'], {
          name: 'evaluation asked',
          reference: result.placement.reference,
          link,
        })
      : 0;
    return { result, detail: { to: result.placement.state, version: result.placement.version, on, asked } };
  });
}
