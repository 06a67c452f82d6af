import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alongside, PROJECT } from '../commands.ts';
import { loadedHome } from '../loaded-home.ts';

let home: string;
let remove: () => void;
const folder = mkdtempSync(join(tmpdir(), 'alongside-commands-'));
beforeAll(async () => {
  ({ home, remove } = await loadedHome());
});
afterAll(() => {
  remove();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const COMMANDS = [
  'plan',
  'need',
  'similar',
  'school',
  'headship',
  'solve',
  'check-plan',
  'import',
  'snapshot',
  'organisation',
  'invite',
  'audit',
  'retention',
  'complaints',
  'serve',
];
const CENSUS_HEAD =
  'URN,LA,ESTAB,NOR,NORG,NORB,PNORG,PNORB,TSENELSE,PSENELSE,TSENELK,PSENELK,NUMEAL,NUMENGFL,NUMUNCFL,PNUMEAL,PNUMENGFL,PNUMUNCFL,PNUMFSM,NUMFSMEVER,PNUMFSMEVER';

describe('every command', () => {
  it.each(COMMANDS)('%s explains itself', async (command) => {
    const { code, stdout } = await alongside(home, [command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`alongside ${command}`);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('is refused with code 2 when it is used wrongly', async () => {
    expect((await alongside(home, ['plann'])).code).toBe(2);
    expect((await alongside(home, ['plan'])).code).toBe(2);
    expect((await alongside(home, ['similar', '--urn', 'abc'])).code).toBe(2);
  });
});

describe('answers', () => {
  it('reach a reader who is slow to take more than a pipe holds', () => {
    const command = `'${join(PROJECT, 'bin', 'alongside')}' need --area 821 --json | (sleep 2; cat)`;
    const env = { ...process.env, ALONGSIDE_HOME: home };
    const { stdout } = spawnSync('sh', ['-c', command], { env, encoding: 'utf8' });
    expect(stdout.length).toBeGreaterThan(65_536);
    expect(JSON.parse(stdout)).toHaveProperty('schools.0.urn');
  });

  it.each([
    ['plan', '--area', 'Luton'],
    ['need', '--area', '821'],
    ['need', '--urn', '109553'],
    ['similar', '--urn', '109553', '--k', '60'],
    ['school', '--urn', '109553'],
    ['school', '--urn=109553', '--as-at=2022-07-06'],
    ['headship', '--urn', '109553'],
    ['headship', '--changes', '--from=2022-01-01', '--to=2022-12-31', '--area=821'],
  ])('%s %s %s: text for people fits 100 columns and has no colour in a pipe', async (...args) => {
    const { code, stdout, stderr } = await alongside(home, args);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const longest = stdout.split('\n').toSorted((a, b) => b.length - a.length)[0] ?? '';
    expect(longest.length, longest).toBeLessThanOrEqual(100);
    expect(stdout).not.toContain('\u001B');
  });

  it('plan --json has the keys that docs/cli.md promises', async () => {
    const { stdout } = await alongside(home, ['plan', '--area', '821', '--json']);
    const plan = JSON.parse(stdout) as Record<string, unknown> & {
      inNeed: object[];
      assignments: object[];
      gap: number;
    };
    expect(plan).toMatchObject({ area: { code: 821, name: 'Luton' }, asAt: '2022-07-06' });
    for (const key of ['inNeed', 'assignments', 'uncovered', 'objective', 'bound', 'gap', 'provedOptimal', 'seconds']) {
      expect(plan).toHaveProperty(key);
    }
    expect(plan.provedOptimal).toBe(plan.gap === 0);
    for (const key of ['urn', 'name', 'category', 'decision', 'reasons']) expect(plan.inNeed[0]).toHaveProperty(key);
    for (const key of ['schoolUrn', 'leaderSchoolUrn', 'days', 'km', 'reasons'])
      expect(plan.assignments[0]).toHaveProperty(key);
  });

  it('solve reads an instance and proves its answer', async () => {
    // Two leaders with 10 days each, three schools that need 10: one is left, and leaving the third is cheapest.
    const instance = { L: 2, S: 3, cap: [10, 10], cnt: [1, 1], dem: [10, 10, 10], pri: [1, 1, 1], pen: [100, 100, 50] };
    const pairs = { ai: [0, 0, 1, 1], aj: [0, 1, 1, 2], ac: [5, 1, 7, 3] };
    const path = file('small.json', JSON.stringify({ ...instance, ...pairs }));
    const { code, stdout } = await alongside(home, ['solve', path, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      objective: 62,
      bound: 62,
      gap: 0,
      provedOptimal: true,
      uncovered: 1,
      assignment: [0, 1, null],
    });
    const said = file('said.json', stdout);
    const check = await alongside(home, ['check-plan', path, said, '--json']);
    expect(check.code).toBe(0);
    expect(JSON.parse(check.stdout)).toMatchObject({ feasible: true, cost: 62, wrong: [] });
    const tampered = file('tampered.json', stdout.replace('"objective": 62', '"objective": 61'));
    const found = await alongside(home, ['check-plan', path, tampered]);
    expect(found.code).toBe(1);
    expect(found.stdout).toContain('The plan costs 62, not 61');
  });
});

describe('bad input is refused with the mend, exit code 1, and nothing half-written', () => {
  const cases: [string, () => string[], RegExp][] = [
    ['an unknown URN', () => ['school', '--urn', '999999'], /999999/],
    ['an unknown URN for headship', () => ['headship', '--urn', '999999'], /999999/],
    ['an unknown URN for need', () => ['need', '--urn', '999999'], /999999/],
    ['an unknown URN for similar', () => ['similar', '--urn', '999999'], /999999/],
    [
      'a misspelt area',
      () => ['plan', '--area', 'Lutton'],
      /There is no local authority called "Lutton"\. Did you mean Luton \(821\)/,
    ],
    ['an unknown area code', () => ['need', '--area', '1'], /No local authority has the code 1/],
    ['a file that is not there', () => ['import', join(folder, 'none.csv')], /none\.csv/],
    ['a file with no known layout', () => ['import', file('odd.csv', 'a,b,c\n1,2,3\n')], /odd\.csv/],
    [
      'a CSV with a quote that never ends',
      () => ['import', file('census-2018-2019.csv', `${CENSUS_HEAD}\n100000,"201,3614\n`)],
      /census-2018-2019\.csv/,
    ],
    [
      'a truncated gzip',
      () => [
        'import',
        file('half.csv.gz', readFileSync(join(PROJECT, 'data/absence-2018-2019.csv.gz')).subarray(0, 90_000)),
      ],
      /half\.csv\.gz.*download/i,
    ],
    [
      'UTF-16',
      () => ['import', file('wide.csv', Buffer.from(`\uFEFF${CENSUS_HEAD}\n`, 'utf16le'))],
      /wide\.csv.*UTF-16/,
    ],
    [
      'text in number columns of most rows',
      () => [
        'import',
        '--year',
        '2019',
        file('bad.csv', `${CENSUS_HEAD}\n${'100000,201,3614,many,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1\n'.repeat(20)}`),
      ],
      /bad\.csv/,
    ],
    ['an instance that is not JSON', () => ['solve', file('broken.json', '{"L": 1,')], /broken\.json/],
    [
      'an instance with a negative cost',
      () => [
        'solve',
        file(
          'minus.json',
          '{"L":1,"S":1,"cap":[1],"cnt":[1],"dem":[1],"pri":[1],"pen":[1],"ai":[0],"aj":[0],"ac":[-1]}',
        ),
      ],
      /ac\[0\]/,
    ],
    [
      'a truncated instance',
      () => ['solve', file('half.json.gz', gzipSync('{"L":1}').subarray(0, 15))],
      /half\.json\.gz/,
    ],
    ['a folder of published files that is not there', () => ['snapshot', '--from', join(folder, 'none')], /none/],
  ];

  it.each(cases)('%s', async (_name, args, message) => {
    const { code, stderr } = await alongside(home, args());
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  it('after all of these, the same imports are held as before', async () => {
    const { stdout } = await alongside(home, ['import', join(PROJECT, 'data/absence-2018-2019.csv.gz'), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ imported: [{ changed: false }], refused: [] });
    const { files } = JSON.parse(readFileSync(join(PROJECT, 'data/manifest.json'), 'utf8')) as { files: unknown[] };
    const again = await alongside(home, ['import', join(PROJECT, 'data'), '--json']);
    const { imported } = JSON.parse(again.stdout) as { imported: { changed: boolean }[] };
    expect(imported.filter(({ changed }) => changed)).toEqual([]);
    expect(imported.length).toBeLessThanOrEqual(files.length);
  });
});
