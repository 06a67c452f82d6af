import type pg from 'pg';
import type { Organisation } from '../../src/access/roles.ts';

/** Term dates, a calendar feed, a choice of mail and a reminder, for an organisation of any kind and one of its people. */
export async function holdCalendar(
  pool: pg.Pool,
  { organisation: { id }, personId }: { organisation: Pick<Organisation, 'id'>; personId: string },
): Promise<void> {
  await pool.query(
    "insert into service_terms (organisation_id, school_year, entered_by, entered_in_role) values ($1, 2026, $2, 'service lead')",
    [id, personId],
  );
  await pool.query("insert into calendar_feed (person_id, token_hash) values ($1::uuid, 'x ' || $1::text)", [personId]);
  await pool.query('insert into work_mail (person_id) values ($1)', [personId]);
  await pool.query(
    "insert into work_reminder (person_id, organisation_id, item_key, due, step) values ($2, $1, 'key', '2026-12-01', 0)",
    [id, personId],
  );
}
