import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { mutatedFile } from '../../test/factories/mutated-file.ts';
import { publishedSamples } from '../../test/factories/published-sample.ts';
import { importWholeOrNot } from '../../test/whole-or-not.ts';

/** One row that cannot be read is then few enough to be set aside. */
const ROWS = 60;

const DATA = fileURLToPath(new URL('../../data/', import.meta.url));

describe('files that were changed on their way', () => {
  const database = testDatabase();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-mutated-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are loaded whole or refused in words, whatever was done to them', async () => {
    const samples = publishedSamples(DATA, ROWS);
    const seen = { loaded: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(mutatedFile(samples), async ({ name, bytes }) => {
        const path = join(folder, name);
        writeFileSync(path, bytes);
        const { loaded, refused } = await importWholeOrNot(database.pool, path);
        rmSync(path);
        seen.loaded += loaded;
        seen.refused += refused.length;
        for (const { message } of refused) expect(message).toMatch(/: .+\. .+\.$/s);
      }),
      { numRuns: 150 },
    );
    // Both ways must have been gone, or the changes are too harsh or too mild to tell anything.
    expect(seen.loaded).toBeGreaterThan(10);
    expect(seen.refused).toBeGreaterThan(10);
  }, 120_000);
});
