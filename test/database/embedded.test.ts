import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/connect.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const isRoot = process.getuid?.() === 0;
const PATH = process.env.PATH;

let parent: string;
let home: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'alongside-embedded-'));
  home = join(parent, 'home');
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(parent, { recursive: true, force: true });
});

function open(options: { exclusive?: boolean; command?: string } = {}) {
  const config = readConfig({ ALONGSIDE_HOME: home });
  return openDatabase(config, { exclusive: true, command: 'a test', ...options });
}

/** A process that holds the database open, as a site would. */
async function holder(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/database/hold-open.ts'], {
    cwd: PROJECT,
    env: { ...process.env, ALONGSIDE_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await once(child, 'exit');
}

function serverPid(): number {
  return Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('the embedded database', () => {
  it('keeps what it holds from one start to the next', async () => {
    const first = await open();
    await first.owner.pool.query('create table kept as select 42 as answer');
    await first.close();
    const second = await open();
    expect((await second.owner.pool.query('select answer from kept')).rows).toEqual([{ answer: 42 }]);
    await second.close();
  });

  it('refuses a second site, names the holder, and lets a command join', async () => {
    const site = await holder();
    await expect(open()).rejects.toThrow(new RegExp(`run by "hold-open" \\(process ${site.pid}`));
    const joined = await open({ exclusive: false });
    expect((await joined.owner.pool.query('select count(*) as n from kept')).rows).toEqual([{ n: 1 }]);
    await joined.close();
    expect(serverPid()).toBeGreaterThan(0);
    await kill(site, 'SIGKILL');
  });

  it('starts again after kill -9, with every committed row and without the server left behind', async () => {
    await kill(await holder(), 'SIGKILL');
    const orphan = serverPid();
    const opened = await open();
    expect(serverPid()).not.toBe(orphan);
    expect((await opened.owner.pool.query('select count(*) as n from kept')).rows).toEqual([{ n: 1 }]);
    await opened.close();
  });

  it('starts over when the machine stopped while the data folder was being made', async () => {
    mkdirSync(join(home, 'postgres.new'), { recursive: true });
    writeFileSync(join(home, 'postgres.new', 'PG_VERSION'), 'half');
    await (await open()).close();
    expect(existsSync(join(home, 'postgres.new'))).toBe(false);
  });

  it('is not stopped by a process number that now belongs to another program', async () => {
    await (await open()).close();
    const other = spawn('sleep', ['60']);
    writeFileSync(
      join(home, 'postgres', 'postmaster.pid'),
      `${other.pid}\n${join(home, 'postgres')}\n0\n5432\n\n\n\nready\n`,
    );
    const opened = await open();
    expect((await opened.owner.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await opened.close();
    other.kill();
  });

  it('works in a folder whose path is too long for a socket', async () => {
    home = join(parent, 'a'.repeat(120), 'home');
    const opened = await open();
    expect((await opened.owner.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await opened.close();
  });

  it('says which version made a data folder that it cannot read', async () => {
    await (await open()).close();
    writeFileSync(join(home, 'postgres', 'PG_VERSION'), '9\n');
    await expect(open()).rejects.toThrow(/made by PostgreSQL 9 and this Alongside brings 18/);
  });

  it.runIf(isRoot)('runs for root without user namespaces, in a folder that only root may enter', async () => {
    // The programs that the start needs, and no unshare among them.
    const bin = join(parent, 'bin');
    mkdirSync(bin, { mode: 0o755 });
    symlinkSync('/bin/sh', join(bin, 'sh'));
    process.env.PATH = bin;
    const opened = await open();
    const { rows } = await opened.owner.pool.query("select current_setting('data_directory') as folder");
    expect(rows[0].folder).toMatch(/^\/var\/lib\/alongside\//);
    await opened.owner.pool.query('create table kept as select 1 as one');
    await opened.close();
    const again = await open();
    expect((await again.owner.pool.query('select one from kept')).rows).toEqual([{ one: 1 }]);
    await again.close();
    rmSync(rows[0].folder.replace(/\/postgres$/, ''), { recursive: true });
  });
});
