import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openToAll } from '../../src/access/permission.ts';
import { readPeople } from '../../src/accounts/policy.ts';
import { migrate } from '../../src/db/migrate.ts';
import { may, mustDeclarePermissions, scopeOf, theSite } from '../../src/web/may.ts';
import { PROJECT } from '../commands.ts';
import { testDatabase } from '../database/harness.ts';
import { siteOn } from '../site.ts';

/** Each hole that a hurried change could leave, made on purpose: the build must not let it through. */
describe('a deliberate hole', () => {
  const database = testDatabase();

  it('a route without a permission: the site does not start', () => {
    const app = siteOn(database);
    app.get('/forgotten/:id', (c) => c.text('everything'));
    expect(() => mustDeclarePermissions(app)).toThrow('No permission is declared for GET /forgotten/:id');
  });

  it('a handler before the permission: the site does not start', () => {
    const app = siteOn(database);
    app.get('/too-early', (c) => c.text('everything'), may(openToAll, theSite));
    expect(() => mustDeclarePermissions(app)).toThrow('No permission is declared for GET /too-early');
  });

  it('a route that takes a scope it did not declare: it answers with an error, not with records', async () => {
    const app = siteOn(database);
    app.get('/mixed-up', may(openToAll, theSite), (c) => c.text(scopeOf(c, readPeople).verb));
    expect((await app.request('/mixed-up')).status).toBe(500);
  });

  it('a table without a row policy: the migration is refused', async () => {
    const { pool } = database;
    // A migration that is applied again stands for a new one.
    await pool.query('drop table conclusion');
    await pool.query("delete from migration where name like '003%'");
    await pool.query('create table visit_note (id integer, words text)');
    await expect(migrate(pool)).rejects.toThrow('No row policy on visit_note');
  });
});

describe('a query without a scope', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-types-'));
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const RIGHT = [
    'export const needs = needOfArea(db, needScope, 821);',
    "export const people = readAs(db, planScope, (tx) => tx.selectFrom('person').selectAll().execute());",
  ];
  const WRONG: [what: string, code: number, text: string][] = [
    ['is left out', 2554, 'export const needs = needOfArea(db, 821);'],
    ['is another deed’s', 2345, 'export const needs = needOfArea(db, planScope, 821);'],
    [
      'is made by hand',
      2345,
      "export const needs = needOfArea(db, { verb: 'need.read-area', subject: { kind: 'site' }, person: null, purpose: null, link: null, ip: null }, 821);",
    ],
    [
      'is not even asked for: the plain connection does not know the table',
      2345,
      "export const people = db.selectFrom('person').selectAll().execute();",
    ],
    [
      'is skipped by passing the plain connection on',
      2345,
      'declare function inside(tx: ScopedTransaction): void; inside(db);',
    ],
  ];
  /** What the compiler says of files of the project with these texts: a file each, in one run. */
  let said: string[];
  beforeAll(() => {
    said = compile([...RIGHT, ...WRONG.map(([, , text]) => text)]);
  });

  function compile(texts: readonly string[]): string[] {
    for (const [n, text] of texts.entries()) {
      writeFileSync(
        join(folder, `written-${n}.mts`),
        `import type { Kysely } from 'kysely';
         import { readAs, writeAs } from '${PROJECT}/src/access/scoped.ts';
         import type { ScopedTransaction } from '${PROJECT}/src/access/scoped-transaction.ts';
         import type { Scope } from '${PROJECT}/src/access/scope.ts';
         import type { Database } from '${PROJECT}/src/db/schema.ts';
         import { needOfArea } from '${PROJECT}/src/need/queries.ts';
         declare const db: Kysely<Database>;
         declare const planScope: Scope<'people.read'>;
         declare const needScope: Scope<'need.read-area'>;
         export type Used = [typeof readAs, typeof writeAs, ScopedTransaction];
         ${text}`,
      );
    }
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: `${PROJECT}/tsconfig.json`,
        compilerOptions: { noUnusedLocals: false },
        include: [`${folder}/written-*.mts`],
      }),
    );
    const tsc = join(PROJECT, 'node_modules/.bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', folder], { encoding: 'utf8' });
    const lines = stdout.split('\n');
    return texts.map((_, n) => lines.filter((line) => line.includes(`written-${n}.mts`)).join('\n'));
  }

  it('compiles with its scope, so that the refusals below mean something', () => {
    expect(said.slice(0, RIGHT.length)).toEqual(RIGHT.map(() => ''));
  });

  it.each(WRONG.map(([what, code], n) => [what, code, n] as const))(
    'is a type error when the scope %s',
    (_, code, n) => {
      expect(said[RIGHT.length + n]).toContain(`error TS${code}`);
    },
  );
});
