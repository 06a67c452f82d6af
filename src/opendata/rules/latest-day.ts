import type { Content } from './content.ts';
import { parseDate } from './dates.ts';
import { columnKey, headerOf } from './header.ts';
import { publishedRows } from './open-file.ts';

/** The latest ISO date in the named columns of a published file; null when it has none of them, or no dates. */
export function latestDay(content: Content, columns: readonly string[]): string | null {
  if (columns.length === 0) return null;
  const rows = publishedRows(content);
  const head = rows.next();
  if (head.done) return null;
  const header = headerOf(head.value.fields);
  const places = columns.flatMap((column) => header.get(columnKey(column)) ?? []);
  let latest: string | null = null;
  for (const { fields } of rows) {
    for (const at of places) {
      const day = parseDate((fields[at] ?? '').trim());
      if (day && (latest === null || day > latest)) latest = day;
    }
  }
  return latest;
}
