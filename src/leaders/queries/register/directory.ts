import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { DirectoryFilter, DirectoryLeader } from '../../rules/register/directory.ts';

interface Row {
  leader_id: string;
  organisation_id: string;
  organisation: string;
  demonstration: boolean;
  name: string;
  home_urn: number | null;
  home_name: string | null;
  fields: string[] | null;
  phases: string[] | null;
  contexts: string[] | null;
  roles: string[];
  total: string;
}

/**
 * Leaders who let the public find them, a page by name, and how many there are. Read by everybody without a scope: the database's own
 * function gives only what each consented to, and never an address.
 */
export async function directoryPage(
  db: Kysely<Database>,
  { service, laCode, field, role, text }: DirectoryFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ leaders: DirectoryLeader[]; count: number }> {
  const like = `%${(text ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await sql<Row>`
    select f.*, roles_of_directory(f.leader_id) as roles from (
      select d.*, s.name as home_name, count(*) over () as total
      from leaders_of_directory() d left join school s on s.urn = d.home_urn
      where (${service}::uuid is null or d.organisation_id = ${service}) and (${laCode}::integer is null or d.la_code = ${laCode})
        and (${field}::text is null or ${field} = any (d.fields))
        and (${role}::text is null or ${role} = any (roles_of_directory(d.leader_id)))
        and (${text}::text is null or d.name ilike ${like} or s.name ilike ${like})
      order by d.name, d.leader_id limit ${pageSize} offset ${(page - 1) * pageSize}) f
    order by f.name, f.leader_id`.execute(db);
  return { leaders: rows.map(shown), count: Number(rows[0]?.total ?? 0) };
}

/** One leader of the directory; null where the public may not find them. */
export async function directoryLeader(db: Kysely<Database>, id: string): Promise<DirectoryLeader | null> {
  const { rows } = await sql<Row>`
    select d.*, s.name as home_name, roles_of_directory(d.leader_id) as roles, 1 as total from leaders_of_directory() d left join school s on s.urn = d.home_urn
    where d.leader_id = ${id}`.execute(db);
  return rows[0] === undefined ? null : shown(rows[0]);
}

/** The services and areas that the directory has leaders of, by name. */
export async function directoryPlaces(db: Kysely<Database>): Promise<{
  services: { id: string; name: string }[];
  areas: { laCode: number; name: string }[];
}> {
  const { rows } = await sql<{ id: string; service: string; laCode: number | null; area: string | null }>`
    select distinct d.organisation_id as id, d.organisation as service, d.la_code as "laCode", s.la_name as area
    from leaders_of_directory() d left join school s on s.urn = d.home_urn`.execute(db);
  const services = [...new Map(rows.map(({ id, service }) => [id, { id, name: service }])).values()];
  const areas = new Map(
    rows.flatMap(({ laCode, area }) => (laCode === null ? [] : [[laCode, { laCode, name: area ?? String(laCode) }]])),
  );
  return { services: services.toSorted(byName), areas: [...areas.values()].toSorted(byName) };
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name);
}

function shown(row: Row): DirectoryLeader {
  return {
    id: row.leader_id,
    name: row.name,
    service: row.organisation,
    isInvented: row.demonstration,
    roles: row.roles,
    home: row.home_urn === null ? null : { urn: row.home_urn, name: row.home_name ?? `School ${row.home_urn}` },
    fields: row.fields,
    phases: row.phases,
    contexts: row.contexts,
  };
}
