import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Holder, lockHolder, takeLock } from './lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lockFile = () => join(folder, 'lock.json');

function take(command = 'a test') {
  const result = takeLock(folder, command, join(folder, 'run'));
  if (!result.ok) throw new Error(`held by ${result.holder.command}`);
  return result;
}

function writeLock(change: Partial<Holder>): void {
  const { release } = take();
  const mine = JSON.parse(readFileSync(lockFile(), 'utf8')) as Holder;
  release();
  writeFileSync(lockFile(), JSON.stringify({ ...mine, ...change }));
}

describe('takeLock', () => {
  it('is held by one, and tells the other by whom', () => {
    const first = take('npm start');
    const second = takeLock(folder, 'another', folder);
    expect(second).toMatchObject({ ok: false, holder: { command: 'npm start', pid: process.pid } });
    first.release();
    expect(existsSync(lockFile())).toBe(false);
    take().release();
  });

  it('takes over from a process that has died', async () => {
    const child = spawn('sleep', ['0']);
    await new Promise((resolve) => child.once('exit', resolve));
    writeLock({ pid: child.pid!, command: 'dead' });
    const taken = take('living');
    expect(lockHolder(folder)?.command).toBe('living');
    taken.release();
  });

  it('takes over when the number now belongs to a later process', () => {
    writeLock({ started: 'another boot:1' });
    const taken = take('later');
    expect(lockHolder(folder)?.command).toBe('later');
    taken.release();
  });

  it('believes a holder in another container only while it touches the file', () => {
    writeLock({ processes: 'pid:[1]', command: 'elsewhere' });
    expect(takeLock(folder, 'here', folder)).toMatchObject({ ok: false, holder: { command: 'elsewhere' } });
    const aMinuteAgo = new Date(Date.now() - 60_000);
    utimesSync(lockFile(), aMinuteAgo, aMinuteAgo);
    take().release();
  });

  it('releases only its own lock', () => {
    const first = take();
    rmSync(lockFile());
    const second = take('second');
    first.release();
    expect(lockHolder(folder)?.command).toBe('second');
    second.release();
    expect(lockHolder(folder)).toBeNull();
  });
});
