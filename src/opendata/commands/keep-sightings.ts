import type { PoolClient } from 'pg';
import { stagingOf } from '../rules/merge-sql.ts';
import { sightingStatements } from '../rules/sighting-sql.ts';
import type { Target } from './join-rows.ts';

/**
 * Keeps what the file said of schools and members on its day, whether or not its rows stand among those of other files:
 * an older file changes no present fact, and is still what was said then. Call once a target, in the transaction that
 * loads the file.
 */
export async function keepSightings(client: PoolClient, { table, staged, importId }: Target): Promise<void> {
  // Rows that met nothing were copied straight into the table, and stand there all.
  const from = staged ? stagingOf(table) : `(select * from ${table} where import_id = ${importId}) as copied`;
  for (const statement of sightingStatements(table, from, importId)) await client.query(statement);
}
