import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';

/** How many roles whoever asks holds besides the one they act in. */
export async function otherRolesOf(db: Kysely<Database>, scope: Scope<'work.read'>): Promise<number> {
  const { id, acting } = scope.person!;
  return readAs(db, scope, async (transaction) => {
    const { count } = await transaction
      .selectFrom('membership as m')
      .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('m.person_id', '=', id)
      .where('m.ended_at', 'is', null)
      .where('o.closed_at', 'is', null)
      .$if(acting !== null, (query) => query.where('m.id', '<>', acting!.membershipId))
      .executeTakeFirstOrThrow();
    return count;
  });
}
