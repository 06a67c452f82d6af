import type { Cell } from './adapter.ts';

/** How COPY writes null. */
export const NULL = '\\N';

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One value in PostgreSQL's COPY text format. */
export function valueText(value: Cell): string {
  if (value === null) return NULL;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  return NEEDS_ESCAPE.test(value) ? value.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? '') : value;
}

/** One row in PostgreSQL's COPY text format, with its line end. */
export function rowText(values: readonly Cell[]): string {
  return `${values.map(valueText).join('\t')}\n`;
}
