import { posix } from 'node:path';
import { plainText } from '../rules/cell-text.ts';
import { ImportError } from '../rules/import-error.ts';
import { type NumberMeaning, numberMeaning } from '../rules/number-formats.ts';
import { MOST_BYTES_OF_SHARED_TEXTS, MOST_ENTRIES } from '../rules/unpacking-limits.ts';
import type { Archive } from './archive.ts';
import { attribute, broken, readXml } from './xml-events.ts';

/** One sheet of a workbook, not read yet. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  /** Entry of the archive; null for a sheet that is a chart. */
  part: string | null;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  sheets: readonly Sheet[];
  /** Texts that cells name by number. */
  sharedTexts: readonly string[];
  /** What numbers mean, by the number of a cell's style. */
  meanings: readonly NumberMeaning[];
  /** Days are counted from 1904 and not from 1900. */
  from1904: boolean;
}

/** A sheet's name is at most this long in spreadsheet programs; longer ones are cut where they are shown. */
const LONGEST_SHEET_NAME = 31;

/** What a shared text costs to hold beside its characters, so that very many empty ones are seen. */
const COST_OF_A_TEXT = 16;

/** As many cell formats, and as long, as spreadsheet programs take. */
const MOST_FORMATS = 65_536;
const LONGEST_FORMAT = 255;

interface Relation {
  id: string;
  kind: string;
  part: string;
}

/**
 * Reads what the sheets of a workbook share: their names, the texts and the styles; all of that is held. Throws
 * ImportError when the archive is not a workbook or is damaged.
 */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const root = await relationsOf(archive, '');
  const main = root.find(({ kind }) => kind === 'officeDocument')?.part;
  if (main === undefined || !/\.xml$/i.test(main)) throw notAWorkbook(archive.file);
  const relations = await relationsOf(archive, main);
  const { listed, from1904 } = await sheetsListed(archive, main);
  const part = (kind: string) => relations.find((relation) => relation.kind === kind)?.part;
  const sheets = listed.map(({ id, name, isHidden }) => {
    const relation = relations.find((each) => each.id === id);
    return { name, isHidden, part: relation?.kind === 'worksheet' ? relation.part : null };
  });
  const parts = sheets.flatMap((sheet) => sheet.part ?? []);
  // One sheet under many names would be read over and over.
  if (new Set(parts).size < parts.length) throw broken(archive.file);
  return {
    sheets,
    sharedTexts: await sharedTextsOf(archive, part('sharedStrings')),
    meanings: await meaningsOf(archive, part('styles')),
    from1904,
  };
}

/** The content of a part of the workbook. Throws ImportError when the workbook lacks it. */
export function partOf(archive: Archive, part: string): AsyncIterable<Buffer> {
  if (archive.names.includes(part)) return archive.read(part);
  throw new ImportError({
    file: archive.file,
    problem: `the workbook is damaged inside: it lacks its part ${JSON.stringify(part.slice(0, 80))}`,
    mend: 'Open it in a spreadsheet program and save it again, or download it again',
  });
}

async function relationsOf(archive: Archive, of: string): Promise<Relation[]> {
  const folder = posix.dirname(of);
  const relations: Relation[] = [];
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (name !== 'Relationship' || mode === 'External') return;
    const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    if (relations.length === MOST_ENTRIES) throw broken(archive.file);
    relations.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), part });
  };
  const from = posix.join(folder, '_rels', `${posix.basename(of)}.rels`);
  await readXml(partOf(archive, from), { open }, archive.file);
  return relations;
}

async function sheetsListed(archive: Archive, main: string) {
  const listed: { id: string | undefined; name: string; isHidden: boolean }[] = [];
  let from1904 = false;
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    if (listed.length === MOST_ENTRIES) throw broken(archive.file);
    listed.push({
      id: attribute(attributes, 'id'),
      name: plainText(attributes['name'] ?? '').slice(0, LONGEST_SHEET_NAME),
      isHidden: (attributes['state'] ?? 'visible') !== 'visible',
    });
  };
  await readXml(partOf(archive, main), { open }, archive.file);
  if (listed.length === 0) throw notAWorkbook(archive.file);
  return { listed, from1904 };
}

async function sharedTextsOf(archive: Archive, part: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (part === undefined) return texts;
  let text: string | null = null;
  let inText = false;
  let inPhonetic = false;
  let size = 0;
  await readXml(
    partOf(archive, part),
    {
      open(name) {
        if (name === 'si') text = '';
        if (name === 't') inText = true;
        if (name === 'rPh') inPhonetic = true;
      },
      text(piece) {
        if (text === null || !inText || inPhonetic) return;
        text += piece;
        size += piece.length;
        if (size > MOST_BYTES_OF_SHARED_TEXTS) throw tooMuchText(archive.file);
      },
      close(name) {
        if (name === 't') inText = false;
        if (name === 'rPh') inPhonetic = false;
        if (name !== 'si' || text === null) return;
        size += COST_OF_A_TEXT;
        if (size > MOST_BYTES_OF_SHARED_TEXTS) throw tooMuchText(archive.file);
        texts.push(plainText(text));
        text = null;
      },
    },
    archive.file,
  );
  return texts;
}

async function meaningsOf(archive: Archive, part: string | undefined): Promise<NumberMeaning[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  if (part === undefined) return [];
  let inCellFormats = false;
  await readXml(
    partOf(archive, part),
    {
      open(name, attributes) {
        const id = Number(attributes['numFmtId'] ?? 0);
        if (name === 'numFmt') codes.set(id, (attributes['formatCode'] ?? '').slice(0, LONGEST_FORMAT));
        if (name === 'cellXfs') inCellFormats = true;
        if (name === 'xf' && inCellFormats) formats.push(id);
        if (formats.length > MOST_FORMATS || codes.size > MOST_FORMATS) throw broken(archive.file);
      },
      close(name) {
        if (name === 'cellXfs') inCellFormats = false;
      },
    },
    archive.file,
  );
  return formats.map((id) => numberMeaning(id, codes.get(id)));
}

function notAWorkbook(file: string): ImportError {
  return new ImportError({
    file,
    problem: 'this is not an Excel workbook in the .xlsx form',
    mend: 'Save it as .xlsx or as "CSV UTF-8", and import that',
  });
}

function tooMuchText(file: string): ImportError {
  return new ImportError({
    file,
    problem: `the workbook holds more than ${MOST_BYTES_OF_SHARED_TEXTS >> 20} MB of text`,
    mend: 'Save the sheet as "CSV UTF-8", and import that',
  });
}
