import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { NotFound } from '../../web/errors.tsx';
import { areaByCode, authorityNoted } from '../queries/areas.ts';
import type { NamedArea } from '../rules/area-named.ts';
import { laCodeParam } from '../schema.ts';

/**
 * The local authority with the code in an address. Throws NotFound when there is none on the day of the register; of one that ended or
 * has not begun it says when, and where its schools are.
 */
export async function areaOrNotFound(db: Kysely<Database>, text: string): Promise<NamedArea> {
  const code = laCodeParam.safeParse(text);
  const area = code.success ? await areaByCode(db, code.data) : null;
  if (area !== null) return area;
  const note = code.success ? await authorityNoted(db, text) : null;
  throw new NotFound(note ?? `There is no local authority with the code ${text}.`);
}
