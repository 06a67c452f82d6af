import { type Kysely, sql } from 'kysely';
import { actorOf, alone } from '../../access/on-school.ts';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import type { enterNeed } from '../policy.ts';
import type { EnteredCode } from '../rules/entry.ts';
import type { NewEntry } from '../schema/entry-form.ts';

type EnterScope = Scope<typeof enterNeed.verb>;

/** `unchanged` when the same was entered before and stands, so that a form sent twice counts once. */
export type Entered = { ok: true; unchanged: boolean };

/** Adds what somebody saw of the scope's school. It counts for their organisation at once, and the school reads it, but for the note. */
export async function enter(
  db: Kysely<Database>,
  scope: EnterScope,
  code: EnteredCode,
  { level, on, evidence, note }: NewEntry,
): Promise<Entered> {
  const { urn, organisation, person, role } = actorOf(scope);
  return writeAs<Entered>(db, scope, async (transaction) => {
    await alone(transaction, 'need_entry', urn);
    const same = await transaction
      .selectFrom('need_entry as e')
      .select('e.id')
      .where('e.urn', '=', urn)
      .where('e.organisation_id', '=', organisation.id)
      .where('e.code', '=', code)
      .where('e.level', '=', level)
      .where('e.seen_on', '=', on)
      .where('e.evidence', '=', evidence)
      .where((eb) =>
        eb.not(
          eb.exists(eb.selectFrom('need_entry_withdrawal as w').whereRef('w.entry_id', '=', 'e.id').select('w.urn')),
        ),
      )
      .executeTakeFirst();
    if (same !== undefined) return { result: { ok: true, unchanged: true }, detail: { code, unchanged: true } };
    const { id } = await transaction
      .insertInto('need_entry')
      .values({
        urn,
        organisation_id: organisation.id,
        code,
        level,
        seen_on: on,
        evidence,
        entered_by: person,
        entered_in_role: role,
        entered_at: sql<Date>`clock_timestamp()`,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (note !== null) {
      await transaction
        .insertInto('need_entry_note')
        .values({ entry_id: id, urn, organisation_id: organisation.id, note })
        .execute();
    }
    return { result: { ok: true, unchanged: false }, detail: { code, entry: id } };
  });
}

export type EntryWithdrawn = { ok: true } | { ok: false; reason: 'no such entry' };

/** Withdraws an entry of the actor's organisation: it stays in the history, with the reason, and counts no more. */
export async function withdrawEntry(
  db: Kysely<Database>,
  scope: EnterScope,
  entryId: string,
  reason: string,
): Promise<EntryWithdrawn> {
  const { urn, organisation, person, role } = actorOf(scope);
  return writeAs<EntryWithdrawn>(db, scope, async (transaction) => {
    await alone(transaction, 'need_entry', urn);
    const entry = await transaction
      .selectFrom('need_entry')
      .select(['id', 'code'])
      .where('id', '=', entryId)
      .where('urn', '=', urn)
      .where('organisation_id', '=', organisation.id)
      .executeTakeFirst();
    if (entry === undefined) {
      const missing = 'no such entry';
      return { result: { ok: false, reason: missing }, outcome: 'failed', detail: { reason: missing } };
    }
    await transaction
      .insertInto('need_entry_withdrawal')
      .values({
        entry_id: entry.id,
        urn,
        organisation_id: organisation.id,
        reason,
        withdrawn_by: person,
        withdrawn_in_role: role,
      })
      .onConflict((on) => on.doNothing())
      .execute();
    return { result: { ok: true }, detail: { code: entry.code, withdrawn: entry.id } };
  });
}
