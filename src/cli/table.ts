import { stripVTControlCharacters } from 'node:util';

export interface Column<Row> {
  heading: string;
  value: (row: Row) => string;
  align?: 'right';
  /** Wraps beyond this many characters. */
  most?: number;
  /** Takes the width that is left and wraps. At most one column. */
  fills?: true;
}

const WIDTH = 100;
const GAP = '  ';

/** Rows as lines of text for people, at most 100 characters wide: the filling column wraps at words. */
export function textTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => column.value(row)));
  const widths = columns.map(({ heading, most = WIDTH }, c) =>
    Math.max(heading.length, Math.min(most, Math.max(0, ...cells.map((row) => visible(row[c] ?? ''))))),
  );
  const filling = columns.findIndex((column) => column.fills);
  if (filling !== -1) {
    const others = widths.reduce((sum, width, c) => sum + (c === filling ? 0 : width), 0);
    const left = WIDTH - others - GAP.length * (columns.length - 1);
    widths[filling] = Math.max(16, Math.min(widths[filling] ?? 0, left));
  }
  const line = (row: readonly string[]) => {
    const wrapped = widths.map((width, c) => wrap(row[c] ?? '', width).flatMap((text) => cut(text, width)));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, h) =>
      widths
        .map((width, c) => padded(wrapped[c]?.[h] ?? '', width, columns[c]?.align))
        .join(GAP)
        .trimEnd(),
    ).join('\n');
  };
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  return [line(columns.map(({ heading }) => heading)), rule, ...cells.map(line)].join('\n');
}

/** A paragraph wrapped at words to at most 100 characters, each line after an indent. */
export function paragraph(text: string, indent = ''): string {
  return wrap(text, WIDTH - indent.length)
    .map((line) => indent + line)
    .join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (visible(last) + 1 + visible(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A cell's word that is longer than its column, such as a file name, goes on in the next line. */
function cut(text: string, width: number): string[] {
  if (visible(text) <= width || visible(text) !== text.length) return [text];
  return Array.from({ length: Math.ceil(text.length / width) }, (_, part) =>
    text.slice(part * width, (part + 1) * width),
  );
}

function visible(text: string): number {
  return stripVTControlCharacters(text).length;
}

function padded(text: string, width: number, align: 'right' | undefined): string {
  const space = ' '.repeat(Math.max(0, width - visible(text)));
  return align === 'right' ? space + text : text + space;
}
