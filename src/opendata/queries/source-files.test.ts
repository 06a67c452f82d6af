import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Entry, zipOf } from '../../../test/factories/archive.ts';
import { workbookOf } from '../../../test/factories/workbook.ts';
import { textOf } from '../../../test/published-text.ts';
import { sourceFiles } from './source-files.ts';

const ABSENCE = 'LA,ESTAB,URN,PERCTOT,PPERSABS10\n202,2000,136807,4.3,11\n';
const HISTORY = 'URN,Rating,Inspection Date\n100000,Good,20180101\n';

describe('published files in archives', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-archive-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What is found in a file with this content: each thing as one line of text. */
  async function found(content: Buffer, name = 'a.zip'): Promise<string[]> {
    const path = join(folder, name);
    writeFileSync(path, content);
    const lines: string[] = [];
    for await (const one of sourceFiles(path)) {
      if (one.kind === 'file') lines.push(`${one.source.name} = ${textOf(one.source)}`);
      else if (one.kind === 'skipped') lines.push(`skipped ${one.file}: ${one.why}`);
      else lines.push(`refused ${one.error.message}`);
    }
    return lines;
  }

  it('reads every published file, whatever its folder, and says what it leaves out', async () => {
    const archive = zipOf({
      '2018-19/': '',
      '2018-19/absence.csv': ABSENCE,
      'HISTORY.CSV': HISTORY,
      'readme.txt': 'Read me',
      'notes.pdf': '%PDF',
      '__MACOSX/2018-19/._absence.csv': 'x',
    });
    expect(await found(archive)).toEqual([
      `a.zip: 2018-19/absence.csv = ${ABSENCE}`,
      `a.zip: HISTORY.CSV = ${HISTORY}`,
      'skipped a.zip: readme.txt: not a csv, geojson or xlsx file',
      'skipped a.zip: notes.pdf: not a csv, geojson or xlsx file',
      'skipped a.zip: __MACOSX/2018-19/._absence.csv: macOS put it beside the files',
    ]);
  });

  it('reads a plain and a gzipped file as before, and a workbook within an archive', async () => {
    expect(await found(Buffer.from(ABSENCE), 'b.csv')).toEqual([`b.csv = ${ABSENCE}`]);
    expect(await found(gzipSync(ABSENCE), 'b.csv.gz')).toEqual([`b.csv = ${ABSENCE}`]);
    const book = workbookOf([
      {
        name: 'Schools',
        rows: [
          ['URN', 'Rating', 'Inspection Date'],
          [100_000, 'Good', 20_180_101],
        ],
      },
    ]);
    expect(await found(zipOf({ 'in/b.xlsx': book }))).toEqual([`a.zip: in/b.xlsx: Schools = ${HISTORY}`]);
  });

  it('refuses archives and old workbooks within an archive one by one', async () => {
    const inner = zipOf({ 'x.csv': ABSENCE });
    const lines = await found(
      zipOf({
        'a.zip': inner,
        'b.csv.gz': gzipSync(ABSENCE),
        'c.csv': inner,
        'd.csv': gzipSync('x'),
        'e.xls': 'x',
        'f.csv': ABSENCE,
      }),
    );
    expect(lines).toEqual([
      'refused a.zip: a.zip: this is an archive within an archive. Unpack it, and import what it holds.',
      'refused a.zip: b.csv.gz: this is an archive within an archive. Unpack it, and import what it holds.',
      'refused a.zip: c.csv: this is an archive within an archive. Unpack it, and import what it holds.',
      'refused a.zip: d.csv: this is an archive within an archive. Unpack it, and import what it holds.',
      'refused a.zip: e.xls: this kind of workbook is not read. Save it as .xlsx or as "CSV UTF-8", and import that.',
      `a.zip: f.csv = ${ABSENCE}`,
    ]);
    await expect(found(gzipSync(inner), 'a.zip.gz')).rejects.toThrow('a.zip: this is a zip archive');
  });

  const one = (lies: Entry['lies']) =>
    zipOf([
      { name: 'ok.csv', content: ABSENCE },
      { name: 'x.csv', content: ABSENCE, ...(lies && { lies }) },
    ]);

  it.each<[string, Buffer, RegExp]>([
    ['no data', zipOf({ 'a.txt': 'x' }), /a\.zip: the archive holds no csv, geojson or xlsx file\. docs/],
    ['nothing', zipOf({}), /the archive holds no csv/],
    ['a cut', zipOf({ 'x.csv': ABSENCE }).subarray(0, 60), /half downloaded\. Download it again\./],
    [
      'a path above',
      zipOf({ '../x.csv': ABSENCE }),
      /named to land outside its folder .*get it again from its publisher/,
    ],
    ['an absolute path', zipOf({ '/etc/x.csv': ABSENCE }), /named to land outside its folder/],
    ['a drive', zipOf({ 'C:\\x.csv': ABSENCE }), /named to land outside its folder/],
    ['a backslash above', zipOf({ 'a\\..\\..\\x.csv': ABSENCE }), /named to land outside its folder/],
    [
      'an escape code in a name',
      zipOf([{ name: '\u001B[2Jx.csv', content: ABSENCE, lies: { flags: 0x800 } }]),
      /characters that do not print/,
    ],
    ['a name without end', zipOf({ [`${'x'.repeat(300)}.csv`]: ABSENCE }), /too long/],
    [
      'a name twice',
      zipOf([
        { name: 'x.csv', content: ABSENCE },
        { name: 'x.csv', content: HISTORY },
      ]),
      /holds "x\.csv" twice/,
    ],
    ['a password', one({ flags: 1 }), /"x\.csv" in it is locked with a password\. Unpack it with the password/],
    ['strong encryption', one({ flags: 0x41 }), /locked with a password/],
    ['another packing', one({ method: 14 }), /packed in a way that is not read \(method 14\)/],
    ['a wrong sum', one({ crc32: 1 }), /the archive is damaged at "x\.csv"/],
    ['a size too small', one({ unpacked: 5 }), /the archive is damaged at "x\.csv"/],
    ['a size too large', one({ unpacked: 5000 }), /the archive is damaged at "x\.csv"/],
    ['two names', one({ localName: 'y.csv' }), /the archive is damaged\./],
    ['a short count', zipOf({ 'x.csv': ABSENCE, 'y.csv': HISTORY }, 1), /the archive is damaged\./],
    ['a long count', zipOf({ 'x.csv': ABSENCE }, 2), /the archive is damaged\./],
    [
      'a document',
      zipOf({ '[Content_Types].xml': '', '_rels/.rels': '', 'word/document.xml': '' }),
      /Office document, but not a workbook/,
    ],
    ['an OpenDocument sheet', zipOf({ mimetype: '', 'content.xml': '' }), /Office document, but not a workbook/],
    [
      'an old workbook',
      Buffer.from('\xd0\xcf\x11\xe0', 'latin1'),
      /old \.xls kind, or one that is locked with a password/,
    ],
  ])('refuses an archive with %s, with the mend and before anything is read', async (_what, archive, why) => {
    await expect(found(archive)).rejects.toThrow(why);
  });

  it('refuses what unpacks to far more than it packs, is too large in all, or holds too many files', async () => {
    const zeros = zipOf({ 'ok.csv': ABSENCE, 'x.csv': Buffer.alloc(1 << 25) });
    await expect(found(zeros)).rejects.toThrow(
      /"x\.csv" in it unpacks from 0\.0 to 32\.0 MB, which no published file does/,
    );
    await expect(found(gzipSync(Buffer.alloc(1 << 25)), 'x.csv.gz')).rejects.toThrow(/unpacks to more than 16 MB/);
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`${at}.csv`, '']));
    await expect(found(zipOf(many))).rejects.toThrow(/holds 1001 files, and more than 1000 are not taken at once/);
    const claims = Array.from({ length: 300 }, (_, at) => ({
      name: `${at}.csv`,
      content: ABSENCE,
      lies: { unpacked: 1 << 24 },
    }));
    await expect(found(zipOf(claims))).rejects.toThrow(/the archive unpacks to 4800\.0 MB, which is too much/);
  });

  it('counts what workbooks within an archive unpack to', async () => {
    const claim = { unpacked: 2 ** 24 };
    const book = zipOf([
      { name: '[Content_Types].xml', content: '' },
      { name: '_rels/.rels', content: '' },
      ...Array.from({ length: 240 }, (_, at) => ({ name: `xl/${at}.xml`, content: 'x', lies: claim })),
    ]);
    expect(await found(zipOf({ 'a.xlsx': book, 'b.xlsx': book, 'c.csv': ABSENCE }))).toEqual([
      'refused a.zip: a.xlsx: the archive is damaged at "xl/0.xml". Download it again.',
      expect.stringContaining('refused a.zip: b.xlsx: the archive unpacks to 3840.0 MB, which is too much'),
      `a.zip: c.csv = ${ABSENCE}`,
    ]);
  });
});
