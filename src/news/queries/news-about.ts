import type { Kysely } from 'kysely';
import type { Organisation } from '../../access/roles.ts';
import type { Database } from '../../db/schema.ts';
import { areaByCode } from '../../schools/queries/areas.ts';
import type { NewsAbout } from '../rules/news-list.ts';
import { trustNamed } from './trust-named.ts';

/** Whose news concerns an organisation: its area, its trust, or of a school and its board their area; null for any other. */
export async function newsAboutOf(
  db: Kysely<Database>,
  { laCode, groupUid, urn }: Pick<Organisation, 'laCode' | 'groupUid' | 'urn'>,
): Promise<NewsAbout | null> {
  if (groupUid !== null) {
    const name = await trustNamed(db, groupUid);
    return name === null ? null : { kind: 'trust', groupUid, name };
  }
  const code = laCode ?? (urn === null ? null : await areaOf(db, urn));
  const area = code === null ? null : await areaByCode(db, code);
  return area === null ? null : { kind: 'area', laCode: area.code, name: area.name };
}

async function areaOf(db: Kysely<Database>, urn: number): Promise<number | null> {
  const school = await db.selectFrom('school').select('la_code').where('urn', '=', urn).executeTakeFirst();
  return school?.la_code ?? null;
}
