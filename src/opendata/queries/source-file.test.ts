import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { textOf } from '../../../test/published-text.ts';
import { readSourceFile } from './source-file.ts';

/** Larger than what is held in memory, and of no pattern that gzip would take for a bomb. */
const LARGE = Array.from({ length: 1_500_000 }, (_, at) => `${(at * 7919) % 1_000_003},${at}\n`).join('');

describe('readSourceFile', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-source-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('gives a large gzipped file as often as asked, from a temporary file that has no name', async () => {
    const temporary = join(folder, 'temporary');
    mkdirSync(temporary);
    vi.stubEnv('TMPDIR', temporary);
    const plain = await readSourceFile(file('a.csv', LARGE));
    const packed = await readSourceFile(file('a.csv.gz', gzipSync(LARGE, { level: 1 })));
    expect(packed).toMatchObject({ name: 'a.csv', size: LARGE.length, sha256: plain.sha256 });
    expect(textOf(packed) === LARGE).toBe(true);
    expect(textOf(packed) === textOf(plain)).toBe(true);
    expect(readdirSync(temporary)).toEqual([]);
    vi.unstubAllEnvs();
    packed.close();
    packed.close();
    expect(() => textOf(packed)).toThrow('after it had been closed');
    plain.close();
  });

  it.each([
    ['longer', (path: string) => appendFileSync(path, 'x')],
    ['shorter', (path: string) => writeFileSync(path, 'a,b\n')],
    ['another of the same length', (path: string) => writeFileSync(path, 'a,b\n3,4\n')],
  ])('refuses a plain file that became %s after its hash was taken', async (_what, change) => {
    const path = file('b.csv', 'a,b\n1,2\n');
    const source = await readSourceFile(path);
    expect(textOf(source)).toBe('a,b\n1,2\n');
    change(path);
    expect(() => textOf(source)).toThrow('b.csv: the file was changed while it was read. Wait until');
    source.close();
  });
});
