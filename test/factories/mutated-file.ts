import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipOf } from './archive.ts';
import type { PublishedSample } from './published-sample.ts';
import { cellsOf, workbookOf } from './workbook.ts';

/** A file that somebody could bring by mistake or with intent: a published one that was changed. */
export interface MutatedFile {
  name: string;
  bytes: Buffer;
  /** What was done to it, in order. */
  done: string[];
}

interface Mutation {
  what: string;
  change: (bytes: Buffer) => Buffer;
}

const FORMULAS = ['=1+1', '=HYPERLINK("http://example.org","x")', '@SUM(A1)', "+cmd|' /C calc'!A0", '-2+3', '\t=1'];

const ODD_CELLS = [
  '',
  '"',
  '""',
  "'",
  '\u0000',
  '\\N',
  '\\.',
  'NULL',
  'SUPP',
  '1e308',
  '-0',
  'NaN',
  '٣',
  '💥',
  '\u202E',
  '99999999999999999999',
  '31-02-2020',
  '2020-13-45',
  '100000',
  ...FORMULAS,
];

const MEGABYTE = 1 << 20;

/** More than is unpacked without a look at how much it grows. */
const BOMB_BYTES = 24 * MEGABYTE;

/** Made once: what unpacks to far more than it seems to hold. */
const BOMBS: readonly Omit<MutatedFile, 'done'>[] = [
  { name: 'zeros.csv.gz', bytes: gzipSync(Buffer.alloc(BOMB_BYTES)) },
  { name: 'lines.csv.gz', bytes: gzipSync(Buffer.alloc(BOMB_BYTES, 'URN,Rating\n')) },
  { name: 'zeros.zip', bytes: zipOf({ 'a.csv': Buffer.alloc(BOMB_BYTES) }) },
  { name: 'twice.zip', bytes: zipOf({ 'a.zip': zipOf({ 'b.csv': Buffer.alloc(BOMB_BYTES) }) }) },
  {
    name: 'lies.zip',
    bytes: zipOf([{ name: 'a.csv', content: Buffer.alloc(BOMB_BYTES), lies: { unpacked: 100 } }]),
  },
  {
    name: 'many.zip',
    bytes: zipOf(Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`${at}.csv`, 'URN\n1\n']))),
  },
  { name: 'up.zip', bytes: zipOf({ '../../up.csv': 'URN,Rating,Inspection Date\n100000,Good,20180101\n' }) },
  { name: 'bomb.xlsx', bytes: zipOf({ 'xl/workbook.xml': Buffer.alloc(BOMB_BYTES, '<a>') }) },
  {
    name: 'raw.gz',
    bytes: Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), deflateRawSync(Buffer.alloc(MEGABYTE))]),
  },
];

/** A change of a cell or a column, as people make in a spreadsheet. */
const gentle: fc.Arbitrary<Mutation> = fc.oneof(
  onCell('odd cell', fc.constantFrom(...ODD_CELLS)),
  onCell(
    'huge cell',
    fc.integer({ min: 400, max: MEGABYTE }).map((length) => 'x'.repeat(length)),
  ),
  onCell(
    'huge number',
    fc.integer({ min: 5, max: 400 }).map((length) => '9'.repeat(length)),
  ),
  onColumns('columns swapped', (cells, one, other) => {
    const swapped = [...cells];
    [swapped[one], swapped[other]] = [cells[other] ?? '', cells[one] ?? ''];
    return swapped;
  }),
);

/** Any change of a file's text or of its bytes. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  gentle,
  onBytes('cut short', (bytes, at) => bytes.subarray(0, at)),
  onBytes('begins late', (bytes, at) => bytes.subarray(at)),
  onBytes('a byte changed', (bytes, at, by) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 0) changed.writeUInt8(by, Math.min(at, changed.length - 1));
    return changed;
  }),
  onBytes('a piece left out', (bytes, at, by) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + by)])),
  onBytes('the rest twice', (bytes, at) => Buffer.concat([bytes, bytes.subarray(at)])),
  onBytes('a quotation mark put in', (bytes, at) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from('"'), bytes.subarray(at)]),
  ),
  onBytes('random bytes put in', (bytes, at, by) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.alloc(by, Buffer.from([by, 255 - by, 0x81])), bytes.subarray(at)]),
  ),
  fc.constantFrom<Mutation>(
    { what: 'UTF-16', change: (bytes) => Buffer.from(`\uFEFF${bytes.toString('latin1')}`, 'utf16le') },
    {
      what: 'UTF-8 read as Windows-1252 and saved again',
      change: (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
    },
    { what: 'Latin-1', change: (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1') },
    {
      what: 'a second byte order mark',
      change: (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), bytes]),
    },
    { what: 'old Macintosh line ends', change: onText((text) => text.replaceAll(/\r?\n/g, '\r')) },
    { what: 'Windows line ends', change: onText((text) => text.replaceAll(/\r?\n/g, '\r\n')) },
    { what: 'no last line end', change: onText((text) => text.trimEnd()) },
    { what: 'semicolons', change: onText((text) => text.replaceAll(',', ';')) },
    { what: 'tabs', change: onText((text) => text.replaceAll(',', '\t')) },
    { what: 'everything in quotation marks', change: onText((text) => text.replaceAll(/[^,\r\n]+/g, '"$&"')) },
    { what: 'blank lines', change: onText((text) => text.replaceAll('\n', '\n\n')) },
    { what: 'header left out', change: onText((text) => text.slice(text.indexOf('\n') + 1)) },
    { what: 'header alone', change: onText((text) => text.slice(0, text.indexOf('\n') + 1)) },
    { what: 'header twice', change: onText((text) => text.slice(0, text.indexOf('\n') + 1) + text) },
    { what: 'empty', change: () => Buffer.alloc(0) },
  ),
  onCell(
    'very many cells',
    fc.integer({ min: 1000, max: 60_000 }).map((length) => ','.repeat(length)),
  ),
  onColumns('column left out', (cells, one) => cells.toSpliced(one, 1)),
  onColumns('column doubled', (cells, one) => [...cells, cells[one] ?? '']),
);

/** A published file after one to three changes, plain or packed, sometimes damaged once more when packed; or a bomb. */
export function mutatedFile(samples: readonly PublishedSample[]): fc.Arbitrary<MutatedFile> {
  const changed = fc
    .record({
      sample: fc.constantFrom(...samples),
      mutations: fc.oneof(
        fc.array(gentle, { minLength: 1, maxLength: 3 }),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
      ),
      packed: fc.constantFrom('plain', 'plain', 'plain', 'gzip', 'zip', 'xlsx'),
      damage: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: mutation }),
    })
    .map(({ sample, mutations, packed, damage }): MutatedFile => {
      const text = mutations.reduce((bytes, { change }) => change(bytes), sample.bytes);
      const file = asPacked(packed, sample.name, text);
      const done = [sample.name, ...mutations.map(({ what }) => what), packed];
      return damage === null || packed === 'plain'
        ? { ...file, done }
        : { ...file, bytes: damage.change(file.bytes), done: [...done, damage.what] };
    });
  const bombs = fc.constantFrom(...BOMBS).map((bomb): MutatedFile => ({ ...bomb, done: ['bomb'] }));
  return fc.oneof({ weight: 199, arbitrary: changed }, { weight: 1, arbitrary: bombs });
}

function asPacked(packed: string, name: string, bytes: Buffer): Omit<MutatedFile, 'done'> {
  if (packed === 'gzip') return { name: `${name}.gz`, bytes: gzipSync(bytes, { level: 1 }) };
  if (packed === 'zip') return { name: `${name}.zip`, bytes: zipOf({ [name]: bytes }) };
  if (packed === 'xlsx') {
    const rows = cellsOf(bytes.toString('latin1').slice(0, MEGABYTE / 4));
    return { name: `${name}.xlsx`, bytes: workbookOf([{ name: name.slice(0, 31), rows }]) };
  }
  return { name, bytes };
}

function onBytes(what: string, change: (bytes: Buffer, at: number, by: number) => Buffer): fc.Arbitrary<Mutation> {
  return fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 255 })).map(([share, by]) => ({
    what,
    change: (bytes) => change(bytes, Math.floor(share * bytes.length), by),
  }));
}

function onText(change: (text: string) => string): (bytes: Buffer) => Buffer {
  // Latin-1 keeps every byte as it is.
  return (bytes) => Buffer.from(change(bytes.toString('latin1')), 'latin1');
}

function onCell(what: string, cell: fc.Arbitrary<string>): fc.Arbitrary<Mutation> {
  return fc.tuple(fc.nat(80), fc.nat(200), cell).map(([row, column, value]) => ({
    what: `${what} (${value.slice(0, 20)})`,
    change: onText((text) => {
      const lines = text.split('\n');
      const at = row % Math.max(lines.length - 1, 1);
      const cells = (lines[at] ?? '').split(',');
      cells[column % cells.length] = value;
      return lines.with(at, cells.join(',')).join('\n');
    }),
  }));
}

function onColumns(
  what: string,
  change: (cells: string[], one: number, other: number) => string[],
): fc.Arbitrary<Mutation> {
  return fc.tuple(fc.nat(200), fc.nat(200)).map(([one, other]) => ({
    what,
    change: onText((text) => {
      const [header = '', ...rest] = text.split('\n');
      const width = header.split(',').length;
      const moved = (line: string) =>
        line === '' ? line : change(line.split(','), one % width, other % width).join(',');
      return [header, ...rest].map(moved).join('\n');
    }),
  }));
}
