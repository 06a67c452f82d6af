import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';

/** The name of a trust by its number in the register of groups, or null when no school is in it. */
export async function trustNamed(db: Kysely<Database>, groupUid: number): Promise<string | null> {
  const member = await db
    .selectFrom('group_member')
    .select('group_name')
    .where('group_uid', '=', groupUid)
    .limit(1)
    .executeTakeFirst();
  return member?.group_name ?? null;
}
