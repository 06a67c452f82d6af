import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../../test/factories/archive.ts';
import { type Cell, cellsOf, workbookOf, workbookParts } from '../../../test/factories/workbook.ts';
import { readPublished } from '../../../test/published-text.ts';
import { textOf } from '../../../test/published-text.ts';
import { sourceFiles } from './source-files.ts';

const ABSENCE = 'LA,ESTAB,URN,PERCTOT,PPERSABS10\n202,2000,136807,4.3,11\n202,2841,100027,2.2,SUPP\n';
const HISTORY = 'URN,Rating,Inspection Date\n100000,Good,20180101\n';
const LINKS = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'];

const changed = (part: string, change: (xml: string) => string) => {
  const parts = workbookParts([{ name: 'S', rows: cellsOf(ABSENCE) }]);
  return zipOf({ ...parts, [part]: change(parts[part] ?? '') });
};
const SHEET = 'xl/worksheets/sheet1.xml';

describe('published files on the sheets of a workbook', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-workbook-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function found(content: Buffer): Promise<string[]> {
    const path = join(folder, 'b.xlsx');
    writeFileSync(path, content);
    const lines: string[] = [];
    for await (const one of sourceFiles(path)) {
      if (one.kind === 'file') lines.push(`${one.source.name} = ${textOf(one.source)}`);
      else if (one.kind === 'skipped') lines.push(`skipped ${one.file}: ${one.why}`);
      else lines.push(`refused ${one.error.message}`);
    }
    return lines;
  }
  const linksWith = async (...cells: Cell[]) => {
    const book = workbookOf([{ name: 'S', rows: [LINKS, cells] }]);
    return (await found(book))[0]?.split('\n')[1];
  };

  it('reads each sheet that has a header we know, and says which have none', async () => {
    const book = workbookOf([
      { name: 'Notes & contents', rows: [['About this file'], ['It holds absence']] },
      { name: 'Absence', rows: cellsOf(ABSENCE) },
      { name: 'Old', rows: cellsOf(ABSENCE), isHidden: true },
      { name: 'Inspections', rows: cellsOf(HISTORY) },
    ]);
    expect(await found(book)).toEqual([
      `b.xlsx: Absence = ${ABSENCE}`,
      `b.xlsx: Inspections = ${HISTORY}`,
      'skipped b.xlsx: Notes & contents: it has no header of a dataset known here',
      'skipped b.xlsx: Old: the sheet is hidden',
    ]);
  });

  it('finds the header under titles and notes, and keeps the row of the sheet as the line', async () => {
    const book = workbookOf([
      { name: 'A', from: 2, rows: [['Absence in England'], [null, 'Source: the Department'], ...cellsOf(ABSENCE)] },
    ]);
    expect(await found(book)).toEqual([`b.xlsx: A = \n\n\n${ABSENCE}`]);
    const text = (await found(book))[0]?.replace('b.xlsx: A = ', '') ?? '';
    const { tables } = readPublished(text, 'a.csv', 2018);
    const line = tables.observation?.[0]?.at(-1);
    expect(line).toBe('5');
  });

  it('reads days, shares and numbers as the CSV of the same publication has them', async () => {
    const day = { number: 43_497, style: 'date' } as const;
    expect(await linksWith(100_000, 100_001, 'A, "B"', 'Successor', day)).toBe(
      '100000,100001,"A, ""B""",Successor,2019-02-01',
    );
    expect(await linksWith(1, 2, { number: 0.524, style: 'percent' }, { number: 12, style: 'four' }, null)).toBe(
      '1,2,52.4%,0012,',
    );
    expect(await linksWith(1, 2, null, null, { number: 43_497, style: 'ownDate' })).toBe('1,2,,,2019-02-01');
    expect(
      await linksWith(
        { xml: '<c r="A2" t="str"><f>1+1</f><v>2</v></c>' },
        { xml: '<c r="B2" t="b"><v>1</v></c>' },
        { xml: '<c r="C2" t="inlineStr"><is><r><t>St </t></r><r><t>Mary\n&amp;c</t></r><rPh><t>x</t></rPh></is></c>' },
        { xml: '<c r="D2" t="e"><v>#N/A</v></c>' },
        { xml: '<c r="E2" t="d"><v>2019-02-01T00:00:00</v></c>' },
      ),
    ).toBe('2,TRUE,St Mary &c,#N/A,2019-02-01');
    expect(await linksWith(1, 2, 3, 4, 5, 'beside the table')).toBe('1,2,3,4,5');
  });

  it('reads what other programs write: prefixes, no places, days from 1904', async () => {
    const bare = changed(SHEET, (xml) => xml.replaceAll(/ r="[A-Z]*\d+"/g, '').replaceAll(/<(\/?)(\w)/g, '<$1x:$2'));
    expect(await found(bare)).toEqual([`b.xlsx: S = ${ABSENCE}`]);
    const mac = workbookOf([{ name: 'S', rows: [LINKS, [1, 2, 'x', 'x', { number: 42_035, style: 'date' }]] }], {
      date1904: true,
    });
    expect((await found(mac))[0]).toContain('1,2,x,x,2019-02-01');
  });

  it('names the column and row when a header nearly is one that we know', async () => {
    const book = workbookOf([{ name: 'S', from: 3, rows: cellsOf(ABSENCE.replace('PPERSABS10', 'OTHER')) }]);
    expect(await found(book)).toEqual([
      'refused b.xlsx: S, line 3, column "PPERSABS10": the file is like the layout absence, but its header lacks this column. Download the file again, and do not edit its header.',
    ]);
  });

  it.each<[string, () => Buffer, RegExp]>([
    [
      'no sheet we know',
      () => workbookOf([{ name: 'S', rows: [['a', 'b']] }]),
      /no sheet of the workbook has the header of a dataset known here \(it holds "S"\)/,
    ],
    [
      'a header too far down',
      () => workbookOf([{ name: 'S', from: 60, rows: cellsOf(ABSENCE) }]),
      /no sheet of the workbook/,
    ],
    [
      'a part missing',
      () => {
        const { 'xl/sharedStrings.xml': _, ...rest } = workbookParts([{ name: 'S', rows: cellsOf(ABSENCE) }]);
        return zipOf(rest);
      },
      /lacks its part "xl\/sharedStrings\.xml"/,
    ],
    [
      'texts cut short',
      () => changed('xl/sharedStrings.xml', (xml) => xml.slice(0, -9)),
      /XML is not as the format has it/,
    ],
    [
      'entities that grow',
      () => changed('xl/sharedStrings.xml', (xml) => `<!DOCTYPE sst [<!ENTITY a "aaaa">]>${xml.replace('LA', '&a;')}`),
      /XML is not as the format has it/,
    ],
    [
      'one sheet under two names',
      () => {
        const parts = workbookParts(['S', 'T'].map((name) => ({ name, rows: cellsOf(ABSENCE) })));
        const rels = 'xl/_rels/workbook.xml.rels';
        return zipOf({ ...parts, [rels]: (parts[rels] ?? '').replace('sheet2.xml', 'sheet1.xml') });
      },
      /XML is not as the format has it/,
    ],
    [
      'sheets without end',
      () => changed('xl/workbook.xml', () => `<workbook>${'<sheet name="S"/>'.repeat(2000)}</workbook>`),
      /XML is not as the format has it/,
    ],
    [
      'formats without end',
      () => changed('xl/styles.xml', () => `<a><cellXfs>${'<xf/>'.repeat(70_000)}</cellXfs></a>`),
      /XML is not as the format has it/,
    ],
    ['tags without end', () => changed('xl/styles.xml', () => '<a>'.repeat(100)), /XML is not as the format has it/],
    [
      'a text without end',
      () => changed('xl/styles.xml', () => `<a>${'x'.repeat(5_000_000)}</a>`),
      /XML is not as the format has it/,
    ],
    [
      'another encoding',
      () =>
        zipOf({ ...workbookParts([{ name: 'S', rows: [] }]), 'xl/styles.xml': Buffer.from('<a>\xff</a>', 'latin1') }),
      /XML is not as the format has it/,
    ],
  ])('refuses a workbook with %s', async (_what, book, why) => {
    await expect(found(book())).rejects.toThrow(why);
  });

  it.each<[string, (xml: string) => string, RegExp]>([
    ['rows out of order', (xml) => xml.replace('<row r="3">', '<row r="1">'), /line 3: the sheet is damaged/],
    ['cells out of order', (xml) => xml.replace('r="B2"', 'r="A2"'), /the sheet is damaged/],
    ['a row past the last', (xml) => xml.replace('<row r="3">', '<row r="9999999">'), /the sheet is damaged/],
    [
      'a text longer than a cell takes',
      (xml) => xml.replace('<v>4.3</v>', `<is>${`<t>${'x'.repeat(1000)}</t>`.repeat(300)}</is>`),
      /the sheet is damaged/,
    ],
    ['a column past the last', (xml) => xml.replace('r="E2"', 'r="XFE2"'), /the sheet is damaged/],
    ['a text that is not there', (xml) => xml.replace(/t="s"><v>\d/, 't="s"><v>99'), /line 1: the sheet is damaged/],
    [
      'a formula not worked out',
      (xml) => xml.replace('<v>4.3</v>', '<f>A1</f>'),
      /line 2: a cell holds a formula without its result\. Open/,
    ],
    ['an end too early', (xml) => xml.slice(0, -20), /XML is not as the format has it/],
  ])('refuses a sheet with %s', async (_what, change, why) => {
    const [line] = await found(changed(SHEET, change));
    expect(line).toMatch(/^refused b\.xlsx: S/);
    expect(line).toMatch(why);
  });

  it('reads a format that looks endless at once', async () => {
    const book = changed(
      'xl/styles.xml',
      () =>
        `<a><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(1_000_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></a>`,
    );
    expect(await found(book)).toEqual([`b.xlsx: S = ${ABSENCE}`]);
  });

  it('does not let few cells become much text', async () => {
    const text = 'x'.repeat(30_000);
    const rows = `<row><c t="s"><v>0</v></c></row>`.repeat(10_000);
    const parts = workbookParts([{ name: 'S', rows: [LINKS] }]);
    const book = zipOf({
      ...parts,
      'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si>${LINKS.map((name) => `<si><t>${name}</t></si>`).join('')}</sst>`,
      [SHEET]: `<worksheet><sheetData><row>${LINKS.map((_, at) => `<c t="s"><v>${at + 1}</v></c>`).join('')}</row>${rows}</sheetData></worksheet>`,
    });
    expect(await found(book)).toEqual([
      'refused b.xlsx: S: the sheet holds more than 256 MB of text. Save it as "CSV UTF-8", and import that.',
    ]);
  });
});
