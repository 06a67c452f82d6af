import type { UpdateObject } from 'kysely';
import { type PlacementPart, partIn } from '../../access/placement-parts.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { TenantDatabase } from '../../db/tenant-schema.ts';
import { readEvents } from '../queries/events.ts';
import { readPlacementRow } from '../queries/placement.ts';
import type { PlacementEvent } from '../rules/event.ts';
import type { OpenItem, Placement } from '../rules/placement.ts';
import { FROZEN, isMover, type MoveName, moveNamed } from '../rules/states.ts';
import { openItemsBefore } from '../queries/gates.ts';

/** Somebody else changed the placement since the page was shown: what they did, and how it stands now. */
export interface ChangedMeanwhile {
  ok: false;
  reason: 'changed meanwhile';
  now: Placement;
  since: PlacementEvent[];
}

export type Change =
  | { ok: true; placement: Placement }
  | { ok: false; reason: 'no such placement' }
  | { ok: false; reason: 'frozen'; now: Placement }
  | ChangedMeanwhile;

export type Moved =
  | Change
  | { ok: false; reason: 'not from here'; now: Placement }
  | { ok: false; reason: 'not yours' }
  | { ok: false; reason: 'open items'; items: OpenItem[] };

interface Told {
  /** 'move', 'edit', 'offer.accept': what the history calls it. */
  deed: string;
  /** Why, in words that those who see the event may read. */
  words?: string | null;
  /** Of the event: plain facts, never the words of a confidential record. */
  detail?: Readonly<Record<string, unknown>>;
  /** Who reads the event; the parties who work together unless said. */
  seenBy?: 'all' | 'working' | 'service';
}

type Columns = Omit<UpdateObject<TenantDatabase, 'placement'>, 'version' | 'state' | 'state_since'>;

interface ToChange extends Told {
  placementId: string;
  /** The version that the form was made from; null for a deed that builds on none (a private link, a deadline). */
  version: number | null;
  /** The part of whoever holds a private link, or of the house; for people it is read from their scope. */
  as?: PlacementPart | 'house';
  set: Columns;
}

interface ToMove extends Told {
  placementId: string;
  version: number | null;
  move: MoveName;
  /** The part of whoever holds a private link, or of the house; for people it is read from their scope. */
  as?: PlacementPart | 'house';
  set?: Columns;
}

/**
 * Changes the placement's own facts, with the event that tells it, in one transaction: from the version that the form was made from, or not
 * at all. Nothing changes while it rests or when it is over.
 */
export async function changePlacement(transaction: ScopedTransaction, scope: Scope, to: ToChange): Promise<Change> {
  const held = await heldAt(transaction, to);
  if (!held.ok) return held;
  if (FROZEN.includes(held.placement.state)) return { ok: false, reason: 'frozen', now: held.placement };
  return written(transaction, scope, held.placement, to, to.as ?? partOf(scope));
}

/**
 * Moves a placement along the table of states, with the event that tells it. The table decides: a state that the move does not begin
 * in, a part that may not make it, or something that must be done first each refuse it, and everything that is missing is named.
 */
export async function movePlacement(transaction: ScopedTransaction, scope: Scope, to: ToMove): Promise<Moved> {
  const move = moveNamed(to.move);
  const held = await heldAt(transaction, to);
  if (!held.ok) return held;
  const { placement } = held;
  const part = to.as ?? partOf(scope);
  if (!isMover(move, part, scope.person?.acting?.role ?? null)) return { ok: false, reason: 'not yours' };
  if (!move.from.includes(placement.state)) return { ok: false, reason: 'not from here', now: placement };
  if (move.reason && !to.words) throw new Error(`${move.name} is not made without saying why`);
  const items = await openItemsBefore(transaction, placement, move.gates);
  if (items.length > 0) return { ok: false, reason: 'open items', items };
  return written(transaction, scope, placement, to, part, move.to);
}

/** Notes a deed that leaves the placement's own facts as they are. */
export async function notePlacementEvent(
  transaction: ScopedTransaction,
  scope: Scope,
  placement: Pick<Placement, 'id' | 'organisationId'>,
  told: Told & { as?: PlacementPart | 'house' },
): Promise<void> {
  await addEvent(transaction, scope, placement, told, told.as ?? partOf(scope), null);
}

async function heldAt(
  transaction: ScopedTransaction,
  { placementId, version }: Pick<ToChange, 'placementId' | 'version'>,
): Promise<{ ok: true; placement: Placement } | { ok: false; reason: 'no such placement' } | ChangedMeanwhile> {
  // Whoever changes the same placement waits here, and then reads what the first wrote.
  await transaction.selectFrom('placement').select('id').where('id', '=', placementId).forUpdate().execute();
  const placement = await readPlacementRow(transaction, placementId);
  if (placement === null) return { ok: false, reason: 'no such placement' };
  if (version !== null && version !== placement.version) {
    const since = await readEvents(transaction, placementId, version);
    return { ok: false, reason: 'changed meanwhile', now: placement, since };
  }
  return { ok: true, placement };
}

async function written(
  transaction: ScopedTransaction,
  scope: Scope,
  before: Placement,
  { set, ...told }: Told & { set?: Columns },
  part: PlacementPart | 'house',
  state: Placement['state'] = before.state,
): Promise<{ ok: true; placement: Placement }> {
  const version = before.version + 1;
  const moved = state === before.state ? null : { from: before.state, to: state };
  await addEvent(transaction, scope, before, told, part, { version, moved });
  await transaction
    .updateTable('placement')
    .set({
      ...(moved === null ? {} : dueAfter(moved)),
      ...set,
      version,
      ...(moved === null ? {} : { state, state_since: new Date() }),
    })
    .where('id', '=', before.id)
    .execute();
  const after = await readPlacementRow(transaction, before.id);
  // Whoever left the placement by this deed reads it no longer.
  return { ok: true, placement: after ?? { ...before, state, version } };
}

/** The day by which the step of a state was due goes with the state; a pause keeps it for when the work is taken up again. */
function dueAfter({ from, to }: { from: string; to: string }): { due_on?: null } {
  return from === 'paused' || to === 'paused' ? {} : { due_on: null };
}

async function addEvent(
  transaction: ScopedTransaction,
  scope: Scope,
  { id, organisationId }: Pick<Placement, 'id' | 'organisationId'>,
  { deed, words, detail, seenBy }: Told,
  part: PlacementPart | 'house',
  change: { version: number; moved: { from: string; to: string } | null } | null,
): Promise<void> {
  await transaction
    .insertInto('placement_event')
    .values({
      placement_id: id,
      organisation_id: organisationId,
      deed,
      from_state: change?.moved?.from ?? null,
      to_state: change?.moved?.to ?? null,
      version: change?.version ?? null,
      reason: words ?? null,
      detail: JSON.stringify(detail ?? {}),
      seen_by: seenBy ?? 'working',
      by_person: scope.person?.id ?? null,
      by_role: scope.person?.acting?.role ?? null,
      by_part: part,
    })
    .execute();
}

/** The part of the person of a scope about a placement. Throws for one who has none: a fault of ours, since the permission asks for it. */
export function partOf({ subject, person, verb }: Scope): PlacementPart {
  const part = subject.kind === 'placement' ? partIn(subject, person) : null;
  if (part === null) throw new Error(`${verb} is done by somebody who takes part in the placement`);
  return part;
}
