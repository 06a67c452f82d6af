import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'alongside-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

// A configuration with our rules alone, so that each case shows one message.
const config = join(folder, 'oxlintrc.json');
const RULES = ['import-direction', 'file-vocabulary', 'pure-rules', 'no-barrel', 'scope-minting'];
writeFileSync(
  config,
  JSON.stringify({
    categories: { correctness: 'off' },
    jsPlugins: [join(PROJECT, 'lint/house-rules.js')],
    rules: Object.fromEntries(RULES.map((rule) => [`alongside/${rule}`, 'error'])),
  }),
);

/** The messages of our rules for one file with this path and text. */
function lint(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const oxlint = join(PROJECT, 'node_modules/.bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '-c', config, '-f', 'unix', file], {
    encoding: 'utf8',
  });
  rmSync(file);
  return stdout + stderr;
}

describe('the rules of the house', () => {
  it('lets a later room import from an earlier one', () => {
    expect(
      lint('src/need/rules/a.ts', "import { x } from '../../schools/rules/facts.ts';\nexport const y = x;"),
    ).not.toMatch(/alongside/);
  });

  it('refuses an import from a later room, and says why', () => {
    expect(
      lint('src/need/rules/a.ts', "import { x } from '../../matching/rules/plan.ts';\nexport const y = x;"),
    ).toMatch(/src\/need stands before src\/matching \(a plan joins schools in need with leaders\)/);
  });

  it('refuses a database in rules, and a page that reads', () => {
    expect(lint('src/need/rules.ts', "import { x } from '../db/connect.ts';\nexport const y = x;")).toMatch(
      /rules are pure/,
    );
    expect(lint('src/need/pages/a.tsx', "import { x } from '../queries.ts';\nexport const y = x;")).toMatch(
      /a page turns props into markup/,
    );
  });

  it('refuses a room on the ground that every room stands on', () => {
    expect(lint('src/govuk/tag.tsx', "import { x } from '../need/rules.ts';\nexport const y = x;")).toMatch(
      /hand what it needs in/,
    );
  });

  it('refuses a clock and chance in rules', () => {
    expect(lint('src/need/rules.ts', 'export const now = () => Date.now();')).toMatch(/replays exactly/);
    expect(lint('src/need/rules.ts', 'export const now = () => new Date();')).toMatch(/replays exactly/);
    expect(lint('src/need/rules.ts', "export const day = () => new Date('2022-07-06');")).not.toMatch(
      /replays exactly/,
    );
  });

  it('refuses a file that no newcomer could place', () => {
    expect(lint('src/need/service.ts', 'export const a = 1;')).toMatch(/not one of the files of a room/);
    expect(lint('src/need/rules/index.ts', 'export const a = 1;')).toMatch(/says nothing about what is in it/);
  });

  it('lets policy.ts alone say who may do what, and mint a scope', () => {
    const text =
      "import { definePermission, scopeForPurpose } from '../access/x.ts';\nexport const y = [definePermission, scopeForPurpose];";
    expect(lint('src/need/policy.ts', text)).not.toMatch(/alongside/);
    for (const path of ['src/need/queries.ts', 'src/need/routes.tsx', 'src/cli/need.ts', 'src/web/may.ts']) {
      const said = lint(path, text);
      expect(said, path).toMatch(/definePermission belongs in a policy\.ts/);
      expect(said, path).toMatch(/scopeForPurpose belongs in a policy\.ts/);
    }
  });

  it('lets a policy know who acts, and a page neither the database nor mail', () => {
    expect(lint('src/need/policy.ts', "import { x } from '../access/roles.ts';\nexport const y = x;")).not.toMatch(
      /alongside/,
    );
    expect(lint('src/need/pages/a.tsx', "import { x } from '../../mail/queue-mail.ts';\nexport const y = x;")).toMatch(
      /pages must not import src\/mail/,
    );
  });
});
