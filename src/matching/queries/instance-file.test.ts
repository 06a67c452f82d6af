import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInstanceFile } from './instance-file.ts';

const text = JSON.stringify({
  L: 1,
  S: 1,
  cap: [9.5],
  cnt: [1],
  dem: [4],
  pri: [1],
  pen: [9],
  ai: [0],
  aj: [0],
  ac: [2],
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'instance-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('readInstanceFile', () => {
  it.each([
    ['plain.json', text],
    ['packed.json.gz', gzipSync(text)],
    ['packed-without-ending', gzipSync(text)],
  ])('reads %s', async (name, content) => {
    expect(await readInstanceFile(await fileOf(name, content))).toMatchObject({ leaders: 1, schools: 1 });
  });

  it.each([
    ['truncated.json.gz', gzipSync(text).subarray(0, 40), 'the gzip is cut short or damaged. Download it again.'],
    ['no.json', 'L,S\n1,1\n', 'is not JSON'],
    ['empty.json', '', 'is not JSON'],
    ['number.json', '7', 'Give an object with L, S, cap, cnt, dem, pri, pen, ai, aj, ac.'],
  ])('refuses %s, naming the file and the mend', async (name, content, mend) => {
    const path = await fileOf(name, content);
    await expect(readInstanceFile(path)).rejects.toThrow(mend);
    await expect(readInstanceFile(path)).rejects.toThrow(path);
  });

  it('refuses a file that is not there', async () => {
    await expect(readInstanceFile(join(folder, 'none.json'))).rejects.toThrow(
      'cannot be read (ENOENT). Check the path.',
    );
  });
});
