import type { Kysely } from 'kysely';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';

type Routed = { ok: true } | { ok: false; reason: 'no such complaint' | 'no such organisation' };

/** Says whose a complaint is: from then on the administrators of that organisation, which must be open, see and answer it. */
export async function routeComplaint(
  db: Kysely<Database>,
  scope: Scope<'operator.complaints'>,
  reference: string,
  organisationId: string,
): Promise<Routed> {
  return writeAs(db, scope, async (transaction): Promise<Written<Routed>> => {
    const detail = { reference, organisation: organisationId };
    const organisation = await transaction
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisationId)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (organisation === undefined) {
      return { result: { ok: false, reason: 'no such organisation' }, outcome: 'failed', detail };
    }
    const { numUpdatedRows } = await transaction
      .updateTable('complaint')
      .set({ organisation_id: organisationId })
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return { result: { ok: false, reason: 'no such complaint' }, outcome: 'failed', detail };
    return { result: { ok: true }, detail };
  });
}
