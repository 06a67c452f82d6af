import type { TestDatabase } from '../../database/harness.ts';

// The trail is written by every request, and so are the marks of a session and the counters.
const RESTLESS = ['audit_event', 'audit_head', 'rate_limit'];

/** Every row of every table as text, but for the marks that each request leaves; table by table. */
export async function state({ pool }: TestDatabase): Promise<Map<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity and c.relname <> all ($1) order by 1`,
    [RESTLESS],
  );
  const found = new Map<string, string[]>();
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      // When somebody first looked at what is theirs is noted by looking.
      `select (to_jsonb(t) - 'seen_at' - 'read_at' - 'idle_until' - 'opened_at' - 'leader_opened_at' - 'release_opened_at')::text as row from ${name} t order by 1`,
    );
    found.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return found;
}

/** The rows that hold any of these texts. */
export function rowsWith(found: ReadonlyMap<string, readonly string[]>, texts: readonly string[]): string[] {
  return [...found].flatMap(([table, rows]) =>
    rows.filter((row) => texts.some((text) => row.includes(text))).map((row) => `${table}: ${row}`),
  );
}
