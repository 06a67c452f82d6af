import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { KeptVersion } from '../../rules/register/changes.ts';
import type { LeaderEntry, LeaderStatus } from '../../rules/register/leader.ts';
import type { PhaseGroup } from '../../../schools/rules/facts.ts';

/** An entry of the service's register, or null; with `lock` nobody else changes it until the transaction ends. */
export async function entryOf(
  transaction: ScopedTransaction,
  organisationId: string,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<LeaderEntry | null> {
  const row = await transaction
    .selectFrom('system_leader')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : entryFrom(row);
}

/** The entries of the register that have not ended and are of this leader: the same address, or without one the same name and school. */
export async function sameLeader(
  transaction: ScopedTransaction,
  organisationId: string,
  { email, name, homeUrn }: Pick<LeaderEntry, 'email' | 'name' | 'homeUrn'>,
): Promise<LeaderEntry | null> {
  const row = await transaction
    .selectFrom('system_leader')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('status', '<>', 'ended')
    .where((eb) =>
      eb.or([
        ...(email === null ? [] : [eb('email', '=', email)]),
        eb.and([
          eb(sql`lower(name)`, '=', name.toLowerCase()),
          eb('home_urn', '=', homeUrn),
          // Two of one name at one school are two people where each has an address of their own.
          ...(email === null ? [] : [eb('email', 'is', null)]),
        ]),
      ]),
    )
    .orderBy('added_at')
    .executeTakeFirst();
  return row === undefined ? null : entryFrom(row);
}

/** An entry as it was kept at a version, with who made each version after it; null where that is not kept. */
export async function versionsSince(
  transaction: ScopedTransaction,
  leaderId: string,
  version: number,
): Promise<{ kept: KeptVersion | null; later: { by: string | null; at: string }[] }> {
  const rows = await transaction
    .selectFrom('system_leader_version')
    .select((eb) => [
      'version',
      'content',
      'made_at',
      sql<string | null>`author_in_register(${eb.ref('made_by')})`.as('by'),
    ])
    .where('leader_id', '=', leaderId)
    .where('version', '>=', version)
    .orderBy('version')
    .execute();
  return {
    kept: (rows.find((row) => row.version === version)?.content as KeptVersion | undefined) ?? null,
    later: rows.filter((row) => row.version > version).map((row) => ({ by: row.by, at: row.made_at.toISOString() })),
  };
}

/** The columns of an entry that `entryFrom` reads. */
export interface EntryRow {
  id: string;
  organisation_id: string;
  person_id: string | null;
  name: string;
  email: string | null;
  home_urn: number;
  phases: string[];
  fields: string[];
  contexts: string[];
  furthest_minutes: number | null;
  most_schools: number;
  partnership: string | null;
  status: LeaderStatus;
  status_why: string | null;
  version: number;
}

/** An entry from its row. */
export function entryFrom(row: EntryRow): LeaderEntry {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    name: row.name,
    email: row.email,
    homeUrn: row.home_urn,
    phases: row.phases as PhaseGroup[],
    fields: row.fields,
    contexts: row.contexts,
    furthestMinutes: row.furthest_minutes,
    mostSchools: row.most_schools,
    partnership: row.partnership,
    status: row.status,
    statusWhy: row.status_why,
    version: row.version,
  };
}
