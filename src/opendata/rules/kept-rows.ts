import { heldContent } from './content.ts';
import { csvRows, type SourceRow } from './csv-rows.ts';

/** What the first part of kept content holds: the columns, and how the rows of the other parts are written. */
export interface KeptHeader {
  columns: string[];
  /** `csv`: as published, each on its own line. `json`: the cells of a row, an array a line. */
  rows: 'csv' | 'json';
}

/** The header part of a file, of which the header row is given. */
export function keptHeader({ fields, text }: SourceRow): KeptHeader {
  // A row of JSON is not a line of CSV, and its header has no text of its own.
  return { columns: fields, rows: text === '' ? 'json' : 'csv' };
}

/** Rows as the text of a part: each on the line that it has in the file, counted from the first of the part. */
export function partText(rows: readonly SourceRow[], { rows: written }: KeptHeader): string {
  let line = rows[0]?.line ?? 0;
  const lines: string[] = [];
  for (const row of rows) {
    for (; line < row.line; line += 1) lines.push('');
    const text = written === 'csv' ? row.text : JSON.stringify(row.fields);
    lines.push(text);
    line += 1 + (text.includes('\n') ? text.split('\n').length - 1 : 0);
  }
  return lines.join('\n');
}

/** The cells of the row on a line of the file, from the text of the part that would hold it; null when no row starts there. */
export function rowInPart(
  text: string,
  firstLine: number,
  line: number,
  { rows: written }: KeptHeader,
): string[] | null {
  if (written === 'json') {
    const found = text.split('\n')[line - firstLine];
    return found ? (JSON.parse(found) as string[]) : null;
  }
  for (const row of csvRows(heldContent('kept rows', Buffer.from(text)))) {
    if (row.line === line - firstLine + 1) return row.fields;
  }
  return null;
}
