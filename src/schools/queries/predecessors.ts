import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { linkDirection } from '../rules/school-record.ts';

/** A school that another came from. */
export interface Predecessor {
  urn: number;
  name: string;
  /** ISO date of the change; null when it is not published. */
  establishedOn: string | null;
}

/** The registered schools that a school came from up to a day (ISO), the latest first: what was published before stands under their numbers. */
export async function predecessorsOf(db: Kysely<Database>, urn: number, asAt: string): Promise<Predecessor[]> {
  const links = await db
    .selectFrom('school_link as l')
    .innerJoin('school as s', 's.urn', 'l.linked_urn')
    .select(['s.urn', 's.name', 'l.established_on as establishedOn', 'l.link_type as linkType'])
    .where('l.urn', '=', urn)
    .where((eb) => eb.or([eb('l.established_on', 'is', null), eb('l.established_on', '<=', asAt)]))
    .orderBy('l.established_on', (order) => order.desc().nullsLast())
    .orderBy('s.urn')
    .execute();
  return links
    .filter(({ linkType }) => linkDirection(linkType) === 'predecessor')
    .map(({ urn: from, name, establishedOn }) => ({ urn: from, name, establishedOn }));
}
