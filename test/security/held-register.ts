import type pg from 'pg';
import type { Role } from '../../src/access/roles.ts';
import type { Tenant } from './rows-of-tenant.ts';

/** A leader in the register of a tenant of any kind, who is its system leader as a person; a row of each table about them. */
export async function holdRegister(
  pool: pg.Pool,
  { organisation, members, urn }: Pick<Tenant, 'organisation' | 'members'> & { urn: number },
): Promise<void> {
  await pool.query(
    `with leader as (
       insert into system_leader (organisation_id, person_id, name, home_urn, phases, fields, contexts, most_schools, changed_by, changed_in_role)
       values ($1, $3, 'A leader', $4, '{}', '{}', '{}', 1, $2, 'broker') returning id),
     version as (
       insert into system_leader_version (leader_id, organisation_id, version, content, made_by, made_in_role)
       select id, $1, 1, '{}', $2, 'broker' from leader),
     designation as (
       insert into leader_designation (leader_id, organisation_id, role, body, evidence, review_on, status, rule_set, recorded_by, recorded_in_role)
       select id, $1, 'local-leader', 'A body', 'words', '2027-01-01', 'in force', 'rules', $2, 'broker' from leader),
     capacity as (
       insert into leader_capacity (leader_id, organisation_id, school_year, term, half_days, said_by, said_in_role)
       select id, $1, 2026, 'autumn', 10, $2, 'broker' from leader),
     days as (
       insert into leader_days (leader_id, organisation_id, school_year, term, kind, half_days, noted_by, noted_in_role)
       select id, $1, 2026, 'autumn', 'promised', 2, $2, 'broker' from leader),
     interest as (
       insert into leader_interest (leader_id, organisation_id, kind, words, noted_by, noted_in_role)
       select id, $1, 'inspector', 'words', $2, 'broker' from leader)
     insert into leader_consent (leader_id, organisation_id, consents, shows, how, given_on, recorded_by, recorded_in_role)
     select id, $1, true, '{fields}', 'in writing', '2026-01-01', $2, 'broker' from leader`,
    [organisation.id, members.get('administrator')!.personId, members.get('system leader')!.personId, urn],
  );
}

interface Reader {
  tenant: Tenant;
  role: Role;
  personId: string;
}

const readsRegister = (row: Record<string, unknown>, { tenant, role }: Reader) =>
  row.organisation_id === tenant.organisation.id &&
  ['local authority', 'trust', 'hub'].includes(tenant.organisation.kind) &&
  ['service lead', 'broker', 'adviser', 'finance officer'].includes(role);

/** Of the rows held here: those who keep and read the register, the leader themself, and who wrote the row. */
const readsOrIsLeader = (row: Record<string, unknown>, reader: Reader) =>
  readsRegister(row, reader) ||
  (row.organisation_id === reader.tenant.organisation.id && ['system leader', 'administrator'].includes(reader.role));

/** Which rows of the tables of registers a person sees with no WHERE at all. */
export const VISIBLE_OF_REGISTER: Record<string, (row: Record<string, unknown>, reader: Reader) => boolean> = {
  system_leader: readsOrIsLeader,
  // How an entry changed is the service's.
  system_leader_version: (row, reader) => readsRegister(row, reader) || row.made_by === reader.personId,
  leader_designation: readsOrIsLeader,
  leader_capacity: readsOrIsLeader,
  leader_days: readsOrIsLeader,
  leader_interest: readsOrIsLeader,
  leader_consent: readsOrIsLeader,
};
