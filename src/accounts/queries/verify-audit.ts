import type pg from 'pg';
import { type Anchor, chainCheck, type ChainedEntry, type ChainHead, type ChainReport } from '../rules/audit-chain.ts';

const BATCH = 5000;

/**
 * The text that is chained, written here as migration 004 writes it in `audit_text`, and not asked of that function: whoever
 * changes rows as owner can change functions too.
 */
const ENTRIES = `
  select seq, previous_hash as "previousHash", hash,
    jsonb_build_array(seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), person_id, organisation_id, role,
      action, outcome, subject_kind, subject_id, detail, ip, previous_hash)::text as text
  from audit_event where seq > $1 order by seq limit ${BATCH}`;

/**
 * Reads the whole audit trail in order, as owner, and checks its chain; each hash is worked out here and not by the database.
 * One snapshot of the trail, so that the site may go on adding to it; a batch of entries in memory at a time. Never throws for a
 * fault of the chain: the report lists it.
 */
export async function verifyAudit(owner: pg.Pool, expected: Anchor | null = null): Promise<ChainReport> {
  const client = await owner.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows: heads } = await client.query<ChainHead>(
      'select since, before_hash as "beforeHash", seq, hash from audit_head',
    );
    // Without its head nothing says where the chain ends: then all of it counts as inserted.
    const head = heads[0] ?? { since: 1, beforeHash: '', seq: 0, hash: '' };
    const check = chainCheck(head, expected);
    let after = -1;
    for (;;) {
      const { rows } = await client.query<ChainedEntry>(ENTRIES, [after]);
      for (const entry of rows) check.add(entry);
      if (rows.length < BATCH) break;
      after = rows.at(-1)!.seq;
    }
    return check.end();
  } finally {
    await client.query('rollback');
    client.release();
  }
}
