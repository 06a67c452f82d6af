import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { policyAsAt } from '../../policies.ts';
import { type Ancestor, ancestorsOf } from '../rules/lineage.ts';
import type { LineagePolicy } from '../rules/lineage-policy.ts';
import { type PublishedLink, type RegisterEntry, type SchoolChanges, schoolChanges } from '../rules/school-change.ts';
import { lineagePolicyKind } from '../schema/lineage-policy.ts';
import { perVersion } from './per-version.ts';

/** The changes of schools up to a day, and what the policy of that day lets continue across them. */
export interface Lineage {
  policy: LineagePolicy;
  /** The schools that a school came from, the nearest first. */
  ancestors(urn: number): Ancestor[];
}

/** The lineage policy that holds on a day (ISO). Throws PolicyError when none does. */
export function lineagePolicyAsAt(asAt: string): LineagePolicy {
  return policyAsAt(lineagePolicyKind, asAt);
}

/** The lineage of all schools as at a day (ISO). Throws PolicyError when no lineage policy holds on it. */
export async function lineageAsAt(db: Kysely<Database>, asAt: string): Promise<Lineage> {
  const policy = lineagePolicyAsAt(asAt);
  const read = await linksRead(db);
  const kept = `${asAt} ${policy.id}`;
  if (read.drawn?.of !== kept) {
    read.drawn = { of: kept, changes: schoolChanges(read.links, read.register, asAt, policy.dates) };
  }
  const { changes } = read.drawn;
  return { policy, ancestors: (urn) => ancestorsOf(changes, urn) };
}

interface LinksRead {
  links: PublishedLink[];
  register: Map<number, RegisterEntry>;
  /** The changes drawn last: nearly every reader asks as at the day of the register. */
  drawn: { of: string; changes: SchoolChanges } | null;
}

// A link can only be told a conversion, merger or split beside all others, so all are read, once for each version of the data.
const linksRead = perVersion(async (db): Promise<LinksRead> => {
  const [links, schools] = await Promise.all([
    db.selectFrom('school_link').selectAll().orderBy('urn').orderBy('linked_urn').orderBy('link_type').execute(),
    db
      .selectFrom('school as s')
      .innerJoin('import as i', 'i.id', 's.import_id')
      .select(['s.urn', 's.name', 's.open_date', 's.status', 'i.as_at'])
      .execute(),
  ]);
  return {
    links: links.map((row) => ({
      urn: row.urn,
      linkedUrn: row.linked_urn,
      linkedName: row.linked_name,
      linkType: row.link_type,
      establishedOn: row.established_on,
      source: { importId: row.import_id, line: row.line },
    })),
    register: new Map(
      schools.map((row) => [
        row.urn,
        { name: row.name, openDate: row.open_date, openAsAt: row.status.startsWith('Open') ? row.as_at : null },
      ]),
    ),
    drawn: null,
  };
});
