import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../../test/factories/archive.ts';
import { cellsOf, workbookOf, workbookParts } from '../../../test/factories/workbook.ts';
import { readPublished } from '../../../test/published-text.ts';
import { ImportError } from '../rules/import-error.ts';
import { sourceFiles } from './source-files.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `202,2000,${136_000 + at},4.${1 + (at % 9)},11\n`);
const ABSENCE = `LA,ESTAB,URN,PERCTOT,PPERSABS10\n${rows(40).join('')}`;
const HISTORY = `URN,Rating,Inspection Date\n${Array.from({ length: 40 }, (_, at) => `${100_000 + at},Good,20180101\n`).join('')}`;
const SHEETS = [
  { name: 'Absence 2018-19', rows: cellsOf(ABSENCE) },
  { name: 'Inspections', rows: cellsOf(HISTORY) },
];

/** A file changed in a few places, or with a piece cut out of it. */
const damage = (bytes: Buffer) =>
  fc.oneof(
    fc.tuple(fc.nat(bytes.length), fc.nat(bytes.length)).map(([one, other]) => {
      const [from, to] = one < other ? [one, other] : [other, one];
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    }),
    fc.nat(bytes.length).map((to) => bytes.subarray(0, to)),
    fc
      .array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 3 })
      .map((changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, by] of changes) changed.writeUInt8((changed.readUInt8(at) + by) % 256, at);
        return changed;
      }),
  );

describe('damaged archives and workbooks', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-damaged-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What would be loaded of a file: the text of each source that can be opened. Anything thrown but ImportError fails. */
  async function loaded(content: Buffer): Promise<string[]> {
    const path = join(folder, 'a.zip');
    writeFileSync(path, content);
    const texts: string[] = [];
    try {
      for await (const one of sourceFiles(path)) {
        if (one.kind !== 'file') continue;
        const { name } = one.source;
        const bytes = Buffer.concat([...one.source.chunks()]);
        try {
          readPublished(bytes, name, name.includes('nspections') ? null : 2018);
          texts.push(bytes.toString());
        } catch (error) {
          if (!(error instanceof ImportError)) throw error;
        }
      }
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
    }
    return texts;
  }

  it.each([
    ['an archive', zipOf({ 'a/absence.csv': ABSENCE, 'inspections.csv': HISTORY, 'readme.txt': 'Read me' })],
    ['a workbook', workbookOf(SHEETS)],
    ['a workbook within an archive', zipOf({ 'b.xlsx': workbookOf(SHEETS) })],
  ])('are loaded whole or not at all: %s', async (_what, whole) => {
    expect(await loaded(whole)).toEqual([ABSENCE, HISTORY]);
    await fc.assert(
      fc.asyncProperty(damage(whole), async (damaged) => {
        const texts = await loaded(damaged);
        expect([[], [ABSENCE, HISTORY]]).toContainEqual(texts);
      }),
      { numRuns: 300 },
    );
  });

  it('are refused in words when the XML of a workbook is broken and its sums are right', async () => {
    const parts = workbookParts(SHEETS);
    const names = Object.keys(parts);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names).chain((name) => fc.tuple(fc.constant(name), damage(Buffer.from(parts[name] ?? '')))),
        async ([name, damaged]) => {
          for (const text of await loaded(zipOf({ ...parts, [name]: damaged }))) {
            expect(text.split('\n').length).toBeGreaterThan(1);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
