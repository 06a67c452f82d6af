import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Connections, SITE_ROLE, surviveBrokenConnections } from '../../src/db/connect.ts';
import { parsers } from '../../src/db/parsers.ts';
import type { Database } from '../../src/db/schema.ts';

export interface TestDatabase {
  /** As the owner, to arrange what a test needs. */
  pool: pg.Pool;
  db: Kysely<Database>;
  /** As the site connects: row policies hold. */
  site: Connections;
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
    const pool = new pg.Pool({ ...server, user: SITE_ROLE, database: name, types: parsers });
    for (const each of [given.pool, pool]) surviveBrokenConnections(each);
    given.site = { pool, db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }) };
  });
  afterAll(async () => {
    await Promise.all([given.pool.end(), given.site.pool.end()]);
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
