import type { Kysely } from 'kysely';
import type { Organisation } from '../../access/roles.ts';
import type { Database } from '../../db/schema.ts';

/** The schools that a service answers for, by the register: an authority's area, a trust's members. */
export async function ownSchools(
  db: Kysely<Database>,
  { laCode, groupUid }: Pick<Organisation, 'laCode' | 'groupUid'>,
): Promise<Set<number>> {
  const rows =
    laCode !== null
      ? await db.selectFrom('school').select('urn').where('la_code', '=', laCode).execute()
      : await db.selectFrom('group_member').select('urn').where('group_uid', '=', groupUid).execute();
  return new Set(rows.map(({ urn }) => urn));
}
