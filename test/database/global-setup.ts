import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { readConfig } from '../../src/config.ts';
import { openDatabase, surviveBrokenConnections } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of a server of the tests' own, without the database's name. */
    databaseServer: { host: string; user: string };
  }
}

/** Starts one real PostgreSQL for all tests of a run, with the migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'alongside-test-'));
  const config = { ...readConfig({ ALONGSIDE_HOME: home }), databaseUrl: null };
  const opened = await openDatabase(config, { command: 'npm test', exclusive: true });
  // A crash of this machine may cost a test its database, which is thrown away anyway.
  await opened.owner.pool.query('alter system set fsync = off');
  await opened.owner.pool.query('select pg_reload_conf()');
  await opened.owner.pool.query('create database migrated');
  const server = { host: join(home, 'run'), user: 'alongside' };
  const template = new pg.Pool({ ...server, database: 'migrated' });
  surviveBrokenConnections(template);
  await migrate(template);
  await template.end();
  project.provide('databaseServer', server);
  return async () => {
    await opened.close();
    rmSync(home, { recursive: true, force: true });
  };
}
