import { type Kysely, sql } from 'kysely';
import type { AuditDetail } from '../../../access/audit.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { PlacementScope } from '../../policy.ts';
import { eventsOfRecord } from '../../queries/delivery/record-events.ts';
import { placementIdOf, readPlacementRow } from '../../queries/placement.ts';
import { WORKING_PARTS, type WorkingPart } from '../../rules/delivery/part.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import type { Placement } from '../../rules/placement.ts';
import { WORKING } from '../../rules/states.ts';
import { notePlacementEvent, partOf } from '../change-placement.ts';

export type Refused =
  /** The placement rests, is over, or has not begun. */
  | { ok: false; reason: 'not working' }
  | { ok: false; reason: 'no such record' }
  /** It was done already, or another step must come first: said in words. */
  | { ok: false; reason: 'not now'; words: string }
  | { ok: false; reason: 'changed meanwhile'; since: PlacementEvent[] };

export type Recorded = { ok: true; id: string } | Refused;

/** Tables whose rows people go on changing, each change from the version that was read. */
type Versioned = 'placement_visit' | 'placement_action' | 'placement_training' | 'placement_note';

/** What a record needs to begin with: where it belongs and who makes it. */
export interface Belongs {
  placement_id: string;
  organisation_id: string;
  made_by: string;
  made_in_role: string;
}

export interface Work {
  transaction: ScopedTransaction;
  placement: Placement;
  belongs: Belongs;
  part: WorkingPart;
  /** Tells in the history what was done with a record. `words` are read by all who work together. */
  tell: (deed: string, of: string, told?: { version?: number; words?: string | null }) => Promise<void>;
  /** Locks a record and holds it against the version that a form was made from; null when it stands as it was read. */
  heldAt: (table: Versioned, id: string, version: number) => Promise<Refused | null>;
}

/**
 * Records work in a placement that is under way or being evaluated, or refuses: in the name of the scope, in one transaction, one writer of a placement
 * after the other, so that what is sent twice finds what it did, and nobody moves the placement meanwhile. The audit trail says which record, never its words.
 */
export function inWork<R extends { ok: true } | Refused>(
  db: Kysely<Database>,
  scope: PlacementScope,
  work: (work: Work) => Promise<R | Refused>,
  detail: (result: Extract<R, { ok: true }>) => AuditDetail = (result) =>
    'id' in result ? { record: String(result.id) } : {},
): Promise<R | Refused> {
  return writeAs(db, scope, async (transaction): Promise<Written<R | Refused>> => {
    const placementId = placementIdOf(scope);
    await transaction.selectFrom('placement').select('id').where('id', '=', placementId).forNoKeyUpdate().execute();
    const placement = await readPlacementRow(transaction, placementId);
    const part = partOf(scope);
    const { person } = scope;
    if (placement === null || person?.acting == null || !isWorking(part))
      throw new Error(`${scope.verb} is done by somebody at work`);
    if (!WORKING.includes(placement.state)) return refused({ ok: false, reason: 'not working' });
    const result = await work({
      transaction,
      placement,
      part,
      belongs: {
        placement_id: placementId,
        organisation_id: placement.organisationId,
        made_by: person.id,
        made_in_role: person.acting.role,
      },
      tell: (deed, of, { version = 1, words = null } = {}) =>
        notePlacementEvent(transaction, scope, placement, { deed, words, detail: { of, version } }),
      heldAt: (table, id, version) => heldAt(transaction, placementId, { table, id, version }),
    });
    return result.ok ? { result, detail: detail(result as Extract<R, { ok: true }>) } : refused(result);
  });
}

function refused(result: Refused): Written<Refused> {
  return { result, outcome: 'failed', detail: { reason: result.reason } };
}

async function heldAt(
  transaction: ScopedTransaction,
  placementId: string,
  { table, id, version }: { table: Versioned; id: string; version: number },
): Promise<Refused | null> {
  const { rows } = await sql<{ version: number }>`
    select version from ${sql.table(table)} where id = ${id} and placement_id = ${placementId} for update`.execute(
    transaction,
  );
  const [held] = rows;
  if (held === undefined) return { ok: false, reason: 'no such record' };
  if (held.version === version) return null;
  return { ok: false, reason: 'changed meanwhile', since: await eventsOfRecord(transaction, placementId, id, version) };
}

function isWorking(part: string): part is WorkingPart {
  return (WORKING_PARTS as readonly string[]).includes(part);
}
