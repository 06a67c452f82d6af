import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alongside, launch, run, type Site, startSite } from '../commands.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'alongside-start-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface SchoolJson {
  urn: number;
}
interface PlanJson {
  inNeed: SchoolJson[];
  assignments: { schoolUrn: number }[];
  uncovered: SchoolJson[];
}

async function lutonPlan(): Promise<PlanJson> {
  const { code, stdout, stderr } = await alongside(home, ['plan', '--area', '821', '--json']);
  expect(stderr + code).toMatch(/0$/);
  return JSON.parse(stdout) as PlanJson;
}

describe('npm start, from nothing', () => {
  let site: Site;

  it('goes on where a kill -9 in the middle of the load stopped it', async () => {
    const child = launch('start.js', [], { ALONGSIDE_HOME: home, PORT: '0' });
    let said = '';
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    // In the middle: the register is in, the results are not.
    while (!said.includes('key stage 2')) await once(child.stderr!, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    site = await startSite(home, 'start.js');
    expect(site.output()).toContain('Luton: who should work alongside whom');
    expect(site.output()).toMatch(/Alongside is at http:\/\/localhost:\d+/);
    // What was in before the kill is not loaded again.
    expect(site.output()).not.toContain('open mainstream state-funded schools');
  });

  it('serves, says that it is well, and joins a command to its database', async () => {
    const health = (await (await fetch(`${site.url}/health`)).json()) as object;
    expect(health).toMatchObject({ ok: true, asAt: '2022-07-06' });
    const plan = await lutonPlan();
    expect(plan.inNeed.length).toBeGreaterThan(0);
    const placed = [...plan.assignments.map(({ schoolUrn }) => schoolUrn), ...plan.uncovered.map(({ urn }) => urn)];
    expect(new Set(placed)).toEqual(new Set(plan.inNeed.map(({ urn }) => urn)));
    expect(placed).toHaveLength(plan.inNeed.length);
  });

  it('lost nothing to the kill: every file of the manifest is in once', async () => {
    const { files } = JSON.parse(readFileSync('data/manifest.json', 'utf8')) as { files: { rows: number }[] };
    const page = await (await fetch(`${site.url}/sources`)).text();
    expect(page.match(/href="\/sources\/\d+"/g)?.length).toBeGreaterThanOrEqual(files.length);
  });

  it('refuses a second site on the same data, and names the first', async () => {
    const second = await run('start.js', [], { ALONGSIDE_HOME: home, PORT: '0' });
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(new RegExp(`^alongside: .*run by "npm start" \\(process ${site.child.pid}.*$`, 'm'));
  });

  it('refuses a busy port at once', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as { port: number };
    const refused = await run('start.js', [], { ALONGSIDE_HOME: home, PORT: String(port) });
    busy.close();
    expect(refused.code).toBe(1);
    expect(refused.stderr.trim()).toBe(
      `alongside: Port ${port} is in use by another program: stop that program, or choose another with PORT=${port + 1}`,
    );
  });

  it('ends cleanly on SIGTERM, server and database, and starts again with all it had', async () => {
    const before = await lutonPlan();
    expect(await site.end('SIGTERM')).toBe(0);
    await expect(fetch(site.url)).rejects.toThrow('fetch failed');
    expect(readFileSync(join(home, 'postgres.log'), 'utf8')).toContain('database system is shut down');
    const again = await startSite(home, 'start.js');
    expect(again.output()).not.toMatch(/key stage 2, 20/);
    expect(await again.end('SIGINT')).toBe(0);
    const { seconds: _b, ...first } = before as PlanJson & { seconds: number };
    const { seconds: _a, ...second } = (await lutonPlan()) as PlanJson & { seconds: number };
    expect(second).toEqual(first);
  });
});

describe('a setting that cannot work', () => {
  const cases: [string, Record<string, string>, RegExp][] = [
    ['PORT', { PORT: 'eighty' }, /^alongside: PORT is "eighty": set it to a whole number from 0 to 65535/],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }, /^alongside: DATABASE_URL is not a PostgreSQL address/],
    [
      'a dead database',
      { DATABASE_URL: 'postgres://127.0.0.1:1/none' },
      /^alongside: Cannot reach the database .*ECONNREFUSED/,
    ],
    [
      'a home that cannot be made',
      { ALONGSIDE_HOME: '/proc/alongside' },
      /^alongside: Cannot make the folder \/proc\/alongside/,
    ],
  ];
  it.each(cases)('%s: one line with the mend, and exit code 1', async (_name, env, message) => {
    const { code, stderr } = await run('start.js', [], { PORT: '0', ALONGSIDE_HOME: join(home, 'unused'), ...env });
    expect(stderr.trim()).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});
