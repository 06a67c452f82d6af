import type { Kysely } from 'kysely';
import type { Subject } from '../../access/permission.ts';
import type { Database } from '../../db/schema.ts';

/** What decides whose a school is: its area and its trusts, from the register. Null when there is no such school. */
export async function schoolSubject(
  db: Kysely<Database>,
  urn: number,
): Promise<Extract<Subject, { kind: 'school' }> | null> {
  const school = await db.selectFrom('school').select('la_code').where('urn', '=', urn).executeTakeFirst();
  if (school === undefined) return null;
  const groups = await db.selectFrom('group_member').select('group_uid').where('urn', '=', urn).execute();
  return { kind: 'school', urn, laCode: school.la_code, groupUids: groups.map(({ group_uid }) => group_uid) };
}
