/** A cell of a table that is handed out: text is made safe for spreadsheets, a number is written as it is. */
export type CsvCell = string | number | null;

/**
 * A table as CSV (RFC 4180, with the mark that makes spreadsheets read UTF-8). Text that a spreadsheet would take for a
 * formula gets an apostrophe in front, as OWASP advises against CSV injection; numbers may be negative and keep their sign.
 */
export function csvText(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [head, ...rows].map((cells) => cells.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
