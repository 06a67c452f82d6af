import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { alongside } from '../commands.ts';

const home = mkdtempSync(join(tmpdir(), 'alongside-audit-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the commands of whoever answers for the records', () => {
  it('verify an audit trail, print an entry to note, and find it again', async () => {
    // Looking through complaints is entered in the trail.
    expect((await alongside(home, ['complaints'])).stdout).toContain('No complaint waits');
    const verified = await alongside(home, ['audit', 'verify', '--json']);
    expect(verified.code).toBe(0);
    const { ok, entries, last } = JSON.parse(verified.stdout);
    expect({ ok, entries }).toEqual({ ok: true, entries: 1 });
    expect((await alongside(home, ['audit', 'verify', '--expect', last])).code).toBe(0);

    const forged = await alongside(home, ['audit', 'verify', '--expect', `1:${'0'.repeat(64)}`]);
    expect(forged.code).toBe(1);
    expect(forged.stdout).toContain('the chain has been written anew');
  });

  it('say what retention would destroy, and are refused with code 2 when used wrongly', async () => {
    const dry = await alongside(home, ['retention', '--dry-run', '--json']);
    expect(JSON.parse(dry.stdout)).toMatchObject({ policy: 'retention-2026', dryRun: true });
    for (const wrong of [['audit'], ['audit', 'verify', '--expect', 'x'], ['complaints', '--route', 'C-1']]) {
      expect((await alongside(home, wrong)).code).toBe(2);
    }
    const nobody = '00000000-0000-4000-8000-000000000000';
    const refused = await alongside(home, ['complaints', '--route', 'C-1', '--to', nobody]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('There is no open organisation with this id');
  });
});
