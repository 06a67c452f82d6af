import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';

// As GIAS writes it.
const SPONSOR = 'School sponsor';

/** The sponsors of schools on a day, by URN, as the members of groups are published. Schools without one are not in it. */
export async function sponsorsOf(
  db: Kysely<Database>,
  urns: readonly number[],
  asAt: string,
): Promise<Map<number, number[]>> {
  const rows = await db
    .selectFrom('group_member')
    .select(['urn', 'group_uid'])
    .where('group_type', '=', SPONSOR)
    .where('urn', '=', sql<number>`any(${[...urns]}::int[])`)
    .where((w) => w.or([w('joined_on', 'is', null), w('joined_on', '<=', asAt)]))
    .execute();
  const found = new Map<number, number[]>();
  for (const { urn, group_uid: sponsor } of rows) found.set(urn, [...(found.get(urn) ?? []), sponsor]);
  return found;
}
