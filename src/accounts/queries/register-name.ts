import type { Kysely } from 'kysely';
import type { OrganisationKind } from '../../access/roles.ts';
import type { Database } from '../../db/schema.ts';

/** The name that the published register gives an organisation of this kind and key; null when it knows none. */
export async function registerName(db: Kysely<Database>, kind: OrganisationKind, key: number): Promise<string | null> {
  switch (kind) {
    case 'local authority':
      // Of the list loaded last: an authority that ended keeps its name.
      return nameIn(
        db.selectFrom('area').select('name').where('la_code', '=', key).orderBy('import_id', 'desc').executeTakeFirst(),
      );
    case 'trust':
      return nameIn(db.selectFrom('school_group').select('name').where('uid', '=', key).executeTakeFirst());
    case 'school':
      return nameIn(db.selectFrom('school').select('name').where('urn', '=', key).executeTakeFirst());
    case 'governing board': {
      const school = await registerName(db, 'school', key);
      return school === null ? null : `Governing board of ${school}`;
    }
    default:
      return null;
  }
}

async function nameIn(found: Promise<{ name: string } | undefined>): Promise<string | null> {
  return (await found)?.name ?? null;
}
