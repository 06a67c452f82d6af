import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../test/published-text.ts';
import { openArchive } from '../opendata/queries/archive.ts';
import { sourceFiles } from '../opendata/queries/source-files.ts';
import { readWorkbook } from '../opendata/queries/workbook.ts';
import { workbookOf, type WorkbookCell } from './workbook.ts';

// A header that the reader of published workbooks knows, so that what was written can be read back by it.
const LINKS = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'];

async function readBack(row: readonly WorkbookCell[]): Promise<string> {
  const book = await workbookOf([{ name: 'Links', head: LINKS, rows: [row] }]);
  const folder = mkdtempSync(join(tmpdir(), 'alongside-written-'));
  try {
    const path = join(folder, 'b.xlsx');
    writeFileSync(path, book);
    for await (const one of sourceFiles(path)) if (one.kind === 'file') return textOf(one.source);
    throw new Error('the sheet was not read');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const one = (cell: WorkbookCell) => workbookOf([{ name: 'A', head: ['a'], rows: [[cell]] }]);
const opened = async (book: Uint8Array) => readWorkbook(await openArchive(Buffer.from(book), 'b.xlsx'));

describe('workbooks that are handed out', () => {
  it('hold text, numbers, days, pence and nothing as what they are', async () => {
    const text = await readBack([100001, { pence: 1_234_56 }, 'St Anne’s <& Co>', null, { day: '2026-03-29' }]);
    expect(text).toContain('100001,1234.56,St Anne’s <& Co>,,2026-03-29');
  });

  it('write what begins like a formula as text, and leave out what XML cannot hold', async () => {
    const text = await readBack([1, 2, '=HYPERLINK("http://a")', '@\u0001\uFFFEb \u{1F600}', null]);
    expect(text).toContain('1,2,"=HYPERLINK(""http://a"")",@b \u{1F600},');
    const book = await workbookOf([{ name: 'A', head: ['=1+1'], rows: [['+1'], ['-1'], ['\t=1']] }]);
    expect((await opened(book)).sharedTexts).toEqual(['=1+1', '+1', '-1', '\t=1']);
  });

  it('name each sheet once, in what a spreadsheet takes', async () => {
    const named = ['Days: 2026/27 [draft]', '', 'A'.repeat(40), 'A'.repeat(40), "'quoted'"];
    const book = await workbookOf(named.map((name) => ({ name, head: ['a'], rows: [] })));
    const names = (await opened(book)).sheets.map(({ name }) => name);
    expect(names).toEqual(['Days 202627 draft', 'Sheet', 'A'.repeat(31), `${'A'.repeat(29)} 2`, 'quoted']);
  });

  it('refuse a day that is none and pence that are not whole', async () => {
    await expect(one({ day: '2026-02-30' })).rejects.toThrow('no day');
    await expect(one({ pence: 0.5 })).rejects.toThrow('not whole');
    await expect(workbookOf([])).rejects.toThrow('at least one sheet');
  });
});
