import type pg from 'pg';

/**
 * What a service keeps about need, as owner: an entry with its note, withdrawn; a draft and a published pack; the text of a pack of
 * its own and of England's.
 */
export async function fillNeed(pool: pg.Pool, urn: number, organisation: string, person: string): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    "insert into need_entry (urn, organisation_id, code, level, seen_on, evidence, entered_by, entered_in_role) values ($1, $2, 'concern', 'some', '2026-01-01', 'words', $3, 'broker') returning id",
    [urn, organisation, person],
  );
  const entry = rows[0]!.id;
  await pool.query("insert into need_entry_note values ($1, $2, $3, 'note')", [entry, urn, organisation]);
  await pool.query(
    "insert into need_entry_withdrawal (entry_id, urn, organisation_id, reason, withdrawn_by, withdrawn_in_role) values ($1, $2, $3, 'reason', $4, 'broker')",
    [entry, urn, organisation, person],
  );
  const columns = 'organisation_id, policy, copied_from, base, made_by, made_in_role';
  const values = "$1, '{}', 'p', '{}', $2, 'service lead'";
  await pool.query(`insert into need_pack (${columns}) values (${values})`, [organisation, person]);
  await pool.query(
    `insert into need_pack (${columns}, valid_from, published_by, published_at, reason) values (${values}, '2026-01-01', $2, now(), 'why')`,
    [organisation, person],
  );
  for (const owner of [null, organisation]) {
    await pool.query(
      "insert into need_pack_text (sha256, organisation_id, policy, standards) values (need_pack_sha256('{}', '{}'), $1, '{}', '{}') on conflict do nothing",
      [owner],
    );
  }
}
