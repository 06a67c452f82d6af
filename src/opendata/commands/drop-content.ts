import type { Pool } from 'pg';
import { policyAsAt } from '../../policies.ts';
import { keptContentKind } from '../schema/kept-content.ts';

/**
 * Drops, as the owner of the tables, the content of imports of which no row stands in any table any more and whose time by
 * the policy of the day is over. Rows that were set aside count as standing: they can be asked for. Returns how many imports
 * lost their content. Throws PolicyError when no policy holds.
 */
export async function dropContent(owner: Pool, now: Date): Promise<number> {
  const { keepMonthsWithoutFigures } = policyAsAt(keptContentKind, now.toISOString().slice(0, 10));
  const { rows: old } = await owner.query<{ id: number }>(
    `select id from import where loaded_at < $1::timestamptz - make_interval(months => $2)
       and exists (select from import_content where import_id = import.id)`,
    [now, keepMonthsWithoutFigures],
  );
  // All tables are looked through from end to end, so only when there may be something to drop.
  if (old.length === 0) return 0;
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I', table_name) as name from information_schema.columns
     where table_schema = 'public' and column_name = 'import_id' and table_name <> 'import_content'`,
  );
  const standing = tables.map(({ name }) => `select import_id from ${name} where import_id = any ($1)`).join(' union ');
  const { rows } = await owner.query<{ dropped: number }>(
    `with dropped as (
       delete from import_content
       where import_id = any ($1) and import_id not in (select import_id from (${standing}) as s where import_id is not null)
       returning import_id)
     select count(distinct import_id)::int as dropped from dropped`,
    [old.map(({ id }) => id)],
  );
  return rows[0]?.dropped ?? 0;
}
