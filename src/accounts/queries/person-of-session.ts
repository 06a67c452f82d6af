import { type Kysely, sql } from 'kysely';
import type { OrganisationKind, Person, Role } from '../../access/roles.ts';
import { hashOfToken } from '../../access/secret.ts';
import type { Database } from '../../db/schema.ts';
import type { SignInPolicy } from '../schema/sign-in-policy.ts';

interface SessionRow {
  session_id: string;
  person_id: string;
  person_name: string;
  email: string | null;
  demonstration: boolean;
  second_factor: boolean;
  membership_id: string | null;
  role: Role | null;
  organisation_id: string | null;
  organisation_kind: OrganisationKind | null;
  organisation_name: string | null;
  la_code: number | null;
  group_uid: number | null;
  urn: number | null;
}

/**
 * The person whose session the token opens, with the role they act in; null when there is no such session or it has ended. Moves
 * the session's idle end on. The database does it in one call, as owner: the site itself may not look through sessions.
 */
export async function personOfSession(
  db: Kysely<Database>,
  policy: Pick<SignInPolicy, 'session'>,
  token: string,
  ip: string | null,
): Promise<Person | null> {
  const { rows } = await sql<SessionRow>`
    select * from session_of(${hashOfToken(token)}, make_interval(mins => ${policy.session.idleMinutes}))`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    id: row.person_id,
    name: row.person_name,
    email: row.email,
    demonstration: row.demonstration,
    sessionId: row.session_id,
    secondFactor: row.second_factor,
    acting: actingOf(row),
    ip,
  };
}

function actingOf(row: SessionRow): Person['acting'] {
  if (row.membership_id === null || row.role === null || row.organisation_id === null) return null;
  return {
    membershipId: row.membership_id,
    role: row.role,
    organisation: {
      id: row.organisation_id,
      kind: row.organisation_kind!,
      name: row.organisation_name!,
      laCode: row.la_code,
      groupUid: row.group_uid,
      urn: row.urn,
    },
  };
}
