import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Organisation, OrganisationKind, Role } from '../../src/access/roles.ts';
import { hashOfToken, newToken } from '../../src/access/secret.ts';
import type { Database } from '../../src/db/schema.ts';
import type { TenantDatabase } from '../../src/db/tenant-schema.ts';

/** An organisation in the database; `key` is its LA code, group number or URN, as its kind has. Made as owner: for arranging a test. */
export async function organisationIn(
  owner: Kysely<Database>,
  kind: OrganisationKind,
  key: number | null = null,
): Promise<Organisation> {
  const keys = {
    la_code: kind === 'local authority' ? key : null,
    group_uid: kind === 'trust' ? key : null,
    urn: kind === 'school' || kind === 'governing board' ? key : null,
  };
  const { id, name } = await tenant(owner)
    .insertInto('organisation')
    .values({ kind, name: `Invented ${kind} ${key ?? ''}`.trim(), ...keys })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow();
  return { id, kind, name, laCode: keys.la_code, groupUid: keys.group_uid, urn: keys.urn };
}

export interface MemberOptions {
  name?: string;
  email?: string;
  secondFactor?: boolean;
}

export interface Member {
  personId: string;
  membershipId: string;
  email: string;
  /** Token of a session of theirs. */
  token: string;
  /** Value for a request's Cookie header, over plain HTTP. */
  cookie: string;
}

/** A person with a role in an organisation, signed in. Made as owner: for arranging a test. */
export async function memberIn(
  owner: Kysely<Database>,
  organisation: Pick<Organisation, 'id'>,
  role: Role,
  { name = `Invented ${role}`, email = `${randomUUID()}@example.org`, secondFactor = true }: MemberOptions = {},
): Promise<Member> {
  const db = tenant(owner);
  const { id: personId } = await db
    .insertInto('person')
    .values({ name, email })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: membershipId } = await db
    .insertInto('membership')
    .values({ person_id: personId, organisation_id: organisation.id, role, granted_by: 'operator' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const token = newToken();
  const inAnHour = new Date(Date.now() + 3_600_000);
  await db
    .insertInto('session')
    .values({
      token_hash: hashOfToken(token),
      person_id: personId,
      membership_id: membershipId,
      method: 'password',
      second_factor: secondFactor,
      idle_until: inAnHour,
      ends_at: inAnHour,
    })
    .execute();
  return { personId, membershipId, email, token, cookie: `session=${token}` };
}

/** The owner's connection sees every table. */
export function tenant(owner: Kysely<Database>): Kysely<TenantDatabase> {
  return owner;
}
