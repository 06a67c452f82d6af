import type { Pool } from 'pg';

// The key of `observation` is put off too: while it is empty nothing can conflict with what comes in. The other tables
// keep theirs, because several files fill them.
const TAKE_DOWN = `
  select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as again,
    format('alter table %s drop constraint %I', conrelid::regclass, conname) as now
  from pg_constraint
  where (contype = 'f' and confrelid in ('import'::regclass, 'measure'::regclass) and conrelid <> 'set_aside_row'::regclass)
    or (contype = 'p' and conrelid = 'observation'::regclass)
  union all
  select pg_get_indexdef(indexrelid), format('drop index %s', indexrelid::regclass)
  from pg_index
  where indrelid in ('observation'::regclass, 'school'::regclass, 'group_member'::regclass) and not indisunique`;

/**
 * Takes down, before anything was ever imported, the constraints and indexes that cost more to keep row by row than
 * to make at the end: checking 1.6 million figures one at a time takes ten times as long as copying them. What was
 * taken down is remembered in the same transaction, so that a load that is ended puts it back when it goes on.
 */
export async function putOffDefinitions(pool: Pool): Promise<void> {
  await inOneGo(pool, async (query) => {
    const [untouched] = await query<{ yes: boolean }>(
      'select not exists (select from import) and not exists (select from put_off_definition) as yes',
    );
    if (!untouched?.yes) return;
    const definitions = await query<{ again: string; now: string }>(TAKE_DOWN);
    for (const [position, { again, now }] of definitions.entries()) {
      await query('insert into put_off_definition (position, statement) values ($1, $2)', [position, again]);
      await query(now);
    }
  });
}

/** Puts back what putOffDefinitions took down, and says how far it is; does nothing when nothing is down. */
export async function putBackDefinitions(
  pool: Pool,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  await inOneGo(pool, async (query) => {
    await query("set local maintenance_work_mem = '256MB'");
    const definitions = await query<{ statement: string }>(
      'select statement from put_off_definition order by position',
    );
    for (const [index, { statement }] of definitions.entries()) {
      onProgress?.(index, definitions.length);
      await query(statement);
    }
    await query('delete from put_off_definition');
    if (definitions.length > 0) onProgress?.(definitions.length, definitions.length);
  });
}

type Query = <Row>(statement: string, values?: unknown[]) => Promise<Row[]>;

async function inOneGo(pool: Pool, work: (query: Query) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // Two processes may start at once: the second waits, then finds nothing left to do.
    await client.query('lock table put_off_definition in exclusive mode');
    await work(
      async <Row>(statement: string, values: unknown[] = []) => (await client.query(statement, values)).rows as Row[],
    );
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
