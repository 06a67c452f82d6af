import { type Kysely, sql } from 'kysely';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';
import type { NewHold } from '../schema/data-request-input.ts';

type Placed = { ok: true } | { ok: false; reason: 'not yours' | 'held already' };

/**
 * Places a legal hold on the records of a person of the acting organisation: neither the retention schedule nor a request erases
 * them until it is lifted. A person whom the organisation holds already stays held by the first one.
 */
export async function placeHold(
  db: Kysely<Database>,
  scope: Scope<'data-request.decide'>,
  { personId, reason }: NewHold,
): Promise<Placed> {
  return writeAs(db, scope, async (transaction): Promise<Written<Placed>> => {
    const administrator = scope.person!;
    const organisationId = administrator.acting!.organisation.id;
    const told = { action: 'data-request.place-hold', detail: { person: personId } };
    const { rows } = await sql<{ theirs: boolean }>`select administers(${personId}) as theirs`.execute(transaction);
    if (!rows[0]!.theirs) return { result: { ok: false, reason: 'not yours' }, outcome: 'failed', ...told };
    const placed = await transaction
      .insertInto('legal_hold')
      .values({
        person_id: personId,
        organisation_id: organisationId,
        reason,
        placed_by: administrator.id,
        lifted_at: null,
        lifted_by: null,
      })
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'organisation_id']).where('lifted_at', 'is', null).doNothing(),
      )
      .returning('id')
      .executeTakeFirst();
    if (placed === undefined) return { result: { ok: false, reason: 'held already' }, outcome: 'failed', ...told };
    return { result: { ok: true }, ...told, detail: { ...told.detail, hold: placed.id } };
  });
}

/** Lifts a hold of the acting organisation; false when it has none by this id that stands. */
export async function liftHold(
  db: Kysely<Database>,
  scope: Scope<'data-request.decide'>,
  id: string,
): Promise<boolean> {
  return writeAs(db, scope, async (transaction) => {
    const administrator = scope.person!;
    const lifted = await transaction
      .updateTable('legal_hold')
      .set({ lifted_at: sql<Date>`now()`, lifted_by: administrator.id })
      .where('id', '=', id)
      .where('organisation_id', '=', administrator.acting!.organisation.id)
      .where('lifted_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst();
    const detail = { hold: id, person: lifted?.person_id ?? null };
    const action = 'data-request.lift-hold';
    return { result: lifted !== undefined, action, outcome: lifted === undefined ? 'failed' : 'done', detail };
  });
}
