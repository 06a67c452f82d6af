import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';

/** From now on the present session acts in another role that the person holds; false when they do not hold it (any more). */
export async function switchRole(
  db: Kysely<Database>,
  scope: Scope<'account.change'>,
  membershipId: string,
): Promise<boolean> {
  const { id: personId, sessionId } = scope.person!;
  return writeAs(db, scope, async (transaction) => {
    const action = 'account.switch-role';
    const found = await transaction
      .selectFrom('membership as m')
      .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
      .select(['m.role', 'o.name'])
      .where('m.id', '=', membershipId)
      // An administrator sees the roles of others, and must not take one of them.
      .where('m.person_id', '=', personId)
      .where('m.ended_at', 'is', null)
      .where('o.closed_at', 'is', null)
      .executeTakeFirst();
    if (found === undefined) return { result: false, action, outcome: 'failed', detail: { membershipId } };
    await transaction
      .updateTable('session')
      .set({ membership_id: membershipId })
      .where('id', '=', sessionId)
      .where('person_id', '=', personId)
      .execute();
    return { result: true, action, detail: { role: found.role, organisation: found.name } };
  });
}
