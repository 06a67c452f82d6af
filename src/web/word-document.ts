import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** A piece of a document, from top to bottom. Ends of line within words stay. */
export type WordBlock =
  | { kind: 'heading'; text: string; level: 1 | 2 }
  | { kind: 'paragraph'; text: string; bold?: boolean }
  | { kind: 'list'; items: readonly string[] }
  /** Facts by name, two columns: "Period", "1 September 2026 to 31 March 2027". */
  | { kind: 'facts'; rows: readonly (readonly [string, string])[] }
  /** `numeric` are the places of columns of figures, which stand to the right. The head is repeated on each page. */
  | {
      kind: 'table';
      head: readonly string[];
      rows: readonly (readonly string[])[];
      numeric?: readonly number[];
    };

export interface WordDocument {
  /** The title: at the top of the first page, and in the properties of the file. */
  title: string;
  /** What stands small at the foot of each page before its number: "2026-014, version 2". */
  footer: string;
  blocks: readonly WordBlock[];
}

/** What browsers and mail programs call the file. */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A document as a Word file (.docx): headings that Word lists, tables whose heads repeat, page numbers, in British English. Words go in
 * as words: nothing in them can become a field, a link or a formula.
 */
export async function wordDocument({ title, footer, blocks }: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    creator: 'Alongside',
    styles: { default: { document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } } } },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({ text: `${plain(footer)}, page `, size: 18 }),
                  new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 18 }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: plain(title), heading: HeadingLevel.TITLE, spacing: { after: 240 } }),
          ...blocks.flatMap(blockOf),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function blockOf(block: WordBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: plain(block.text),
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { before: 240, after: 120 },
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: runsOf(block.text, block.bold), spacing: { after: 120 } })];
    case 'list':
      return block.items.map((item) => new Paragraph({ children: runsOf(item), bullet: { level: 0 } }));
    case 'facts':
      return [
        tableOf(
          block.rows.map(([name, value]) => [cellOf(name, { bold: true, width: 30 }), cellOf(value, { width: 70 })]),
        ),
        afterTable(),
      ];
    case 'table': {
      const numeric = new Set(block.numeric);
      const head = block.head.map((text, column) => cellOf(text, { bold: true, right: numeric.has(column) }));
      const rows = block.rows.map((row) => row.map((text, column) => cellOf(text, { right: numeric.has(column) })));
      return [tableOf(rows, head), afterTable()];
    }
  }
}

/** Word joins tables that have nothing between them. */
function afterTable(): Paragraph {
  return new Paragraph({ spacing: { after: 120 } });
}

function tableOf(rows: readonly TableCell[][], head?: TableCell[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      ...(head === undefined ? [] : [new TableRow({ tableHeader: true, cantSplit: true, children: head })]),
      ...rows.map((children) => new TableRow({ cantSplit: true, children })),
    ],
  });
}

function cellOf(text: string, { bold, right, width }: { bold?: boolean; right?: boolean; width?: number }): TableCell {
  return new TableCell({
    ...(width === undefined ? {} : { width: { size: width, type: WidthType.PERCENTAGE } }),
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    children: [
      new Paragraph({ alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, children: runsOf(text, bold) }),
    ],
  });
}

/** Words with their ends of line, as Word has them. */
function runsOf(text: string, bold = false): TextRun[] {
  return plain(text)
    .split('\n')
    .map((line, place) => new TextRun({ text: line, bold, ...(place === 0 ? {} : { break: 1 }) }));
}

/** Without the signs that XML cannot hold: Word would call the file damaged. */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').replaceAll('\r\n', '\n');
}
