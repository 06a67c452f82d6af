import type pg from 'pg';
import { DatabaseError } from './database-error.ts';

/** Tables that everybody may read: published data and what is drawn from it, rules, and the bookkeeping of the house. */
const OPEN_TABLES = [
  'area',
  'area_observation',
  'coast_distance',
  'coastline',
  'conclusion',
  'designation_transition',
  'group_member',
  'group_member_sighting',
  'head_sighting',
  'import',
  'import_content',
  'inspection',
  'inspection_first_told',
  'inspection_judgement',
  'lsoa_deprivation',
  'measure',
  'migration',
  'need_assessment',
  'news_import',
  'news_item',
  'observation',
  'postcode_deprivation',
  'prospect',
  'published_neighbour',
  'published_neighbour_input',
  'put_off_definition',
  'rate_limit',
  'road_time',
  'school',
  'school_group',
  'school_link',
  'school_sighting',
  'school_state',
  'set_aside_row',
  'set_aside_text',
  'trust_observation',
];

/**
 * Tables of the house that neither are open to everybody nor have row-level security with a policy: a hole, through which
 * a query without its WHERE would leak. Empty when all is well; `migrate` refuses anything else.
 */
export async function tablesWithoutPolicy(client: pg.Pool | pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm') and c.relname <> all ($1)
       and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
     order by 1`,
    [OPEN_TABLES],
  );
  return rows.map(({ name }) => name);
}

/**
 * Checks that the role of these connections is held by row policies: no superuser, no right to bypass them, owner of
 * nothing. With `ownLogin` the login that the connections began with must be held too, since SQL can go back to it.
 * Throws DatabaseError otherwise.
 */
export async function mustBeHeldByPolicies(pool: pg.Pool, ownLogin: boolean): Promise<void> {
  const { rows } = await pool.query<{ role: string; held: boolean }>(
    `select r.rolname as role, not (r.rolsuper or r.rolbypassrls
       or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relowner = r.oid and n.nspname in ('public', 'graphile_worker'))) as held
     from pg_roles r where r.rolname = current_user or ($1 and r.rolname = session_user)`,
    [ownLogin],
  );
  const free = rows.find(({ held }) => !held);
  if (free !== undefined || rows.length === 0) {
    throw new DatabaseError(
      `The site would connect as ${free?.role ?? 'an unknown role'}, which row policies do not hold: it must own no table and be neither superuser nor allowed to bypass row-level security`,
    );
  }
}
