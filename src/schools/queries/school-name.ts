import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';

/** A school of any register, open or closed, by its URN; null when no register holds the number. */
export async function schoolName(
  db: Kysely<Database>,
  urn: number,
): Promise<{ urn: number; name: string; laCode: number; laName: string } | null> {
  const school = await db
    .selectFrom('school')
    .select(['urn', 'name', 'la_code as laCode', 'la_name as laName'])
    .where('urn', '=', urn)
    .executeTakeFirst();
  return school ?? null;
}
