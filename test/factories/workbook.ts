import { zipOf } from './archive.ts';

/** A cell: text, a number, a number with one of STYLES, XML of one's own, or none. */
export type Cell = string | number | null | { number: number; style: keyof typeof STYLES } | { xml: string };

export interface SheetMade {
  name: string;
  rows: readonly (readonly Cell[])[];
  /** Row of the sheet on which the first row stands. */
  from?: number;
  isHidden?: boolean;
}

const STYLES = { date: 1, percent: 2, four: 3, ownDate: 4 };

const STYLES_XML = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="[$-809]dd\\-mmm\\-yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The parts of a workbook as spreadsheet programs write them, to be changed or packed. */
export function workbookParts(sheets: readonly SheetMade[], { date1904 = false } = {}): Record<string, string> {
  const shared = new Map<string, number>();
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([`rId1 ${TYPES}/officeDocument xl/workbook.xml`]),
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="${TYPES}"><workbookPr date1904="${Number(date1904)}"/><sheets>${sheets
      .map(
        ({ name, isHidden }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => `rId${at + 1} ${TYPES}/worksheet worksheets/sheet${at + 1}.xml`),
      `rId98 ${TYPES}/styles styles.xml`,
      `rId99 ${TYPES}/sharedStrings /xl/sharedStrings.xml`,
    ]),
    'xl/styles.xml': STYLES_XML,
  };
  for (const [at, { rows, from = 1 }] of sheets.entries()) {
    const data = rows.map((cells, index) => rowXml(cells, from + index, shared)).join('');
    parts[`xl/worksheets/sheet${at + 1}.xml`] = `<worksheet><sheetData>${data}</sheetData></worksheet>`;
  }
  const texts = [...shared.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  parts['xl/sharedStrings.xml'] = `<sst>${texts.join('')}</sst>`;
  return parts;
}

/** A workbook as spreadsheet programs write it. */
export function workbookOf(sheets: readonly SheetMade[], options?: { date1904?: boolean }): Buffer {
  return zipOf(workbookParts(sheets, options));
}

/** The cells of a plain CSV as somebody who opens it in a spreadsheet has them: numbers as numbers, the rest as text. */
export function cellsOf(csv: string): Cell[][] {
  return csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      line.split(',').map((cell) => (cell === '' ? null : /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell)),
    );
}

function rowXml(cells: readonly Cell[], row: number, shared: Map<string, number>): string {
  const written = cells.map((cell, at) => {
    const place = `${columnName(at)}${row}`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === 'object') {
      return 'xml' in cell ? cell.xml : `<c r="${place}" s="${STYLES[cell.style]}"><v>${cell.number}</v></c>`;
    }
    if (!shared.has(cell)) shared.set(cell, shared.size);
    return `<c r="${place}" t="s"><v>${shared.get(cell)}</v></c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}

function relations(lines: readonly string[]): string {
  const each = lines.map((line) => {
    const [id, type, target] = line.split(' ');
    return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  });
  return `<Relationships>${each.join('')}</Relationships>`;
}
