import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { parsers } from '../../src/db/parsers.ts';
import type { Database } from '../../src/db/schema.ts';

export interface TestDatabase {
  pool: pg.Pool;
  db: Kysely<Database>;
  /** For commands that open connections of their own. */
  url: string;
}

/**
 * Gives the tests of a file a database of their own, cloned from a migrated template on a real server, and drops it
 * afterwards. Call at the top of a `describe`; the returned object is filled in before the first test.
 */
export function testDatabase(): TestDatabase {
  const server = inject('databaseServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const given = { url: `postgres://${server.user}@/${name}?host=${encodeURIComponent(server.host)}` } as TestDatabase;
  beforeAll(async () => {
    await administer(`create database ${name} template migrated`);
    given.pool = new pg.Pool({ ...server, database: name, types: parsers });
    given.db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: given.pool }) });
  });
  afterAll(async () => {
    await given.pool.end();
    await administer(`drop database ${name} with (force)`);
  });
  return given;

  async function administer(statement: string): Promise<void> {
    const client = new pg.Client({ ...server, database: 'postgres' });
    await client.connect();
    await client.query(statement);
    await client.end();
  }
}
