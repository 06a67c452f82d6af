import { type Content, heldContent } from '../src/opendata/rules/content.ts';
import { openFile } from '../src/opendata/rules/open-file.ts';
import { categoryWords } from '../src/opendata/queries/category-words.ts';
import { rowReader, type SetAside } from '../src/opendata/rules/read-rows.ts';
import type { TargetTable } from '../src/opendata/rules/tables.ts';

/** What a published file says, as an import with number 7 would store it: cells of COPY text, a list of rows a table. */
export interface Published {
  layout: string;
  year: number | null;
  tables: Partial<Record<TargetTable, string[][]>>;
  setAside: SetAside[];
  passedOver: number;
}

/** The text of a published file. */
export function textOf(content: Content): string {
  return Buffer.concat([...content.chunks()]).toString();
}

/** Reads a published file from its text, as an import would. */
export function readPublished(text: string | Buffer, file = 'file.csv', year: number | null = null): Published {
  const opened = openFile(heldContent(file, typeof text === 'string' ? Buffer.from(text) : text), year);
  const read = rowReader({ ...opened, stage: opened.adapter.stage, importId: 7, words: categoryWords('2026-08-21') });
  const published: Published = {
    layout: opened.adapter.layout,
    year: opened.year,
    tables: {},
    setAside: [],
    passedOver: 0,
  };
  for (const row of opened.rows) {
    const verdict = read(row);
    if (verdict.kind === 'passed over') published.passedOver += 1;
    if (verdict.kind === 'set aside') published.setAside.push(...verdict.reasons);
    if (verdict.kind !== 'loaded') continue;
    for (const { table, text: rows } of verdict.texts) {
      const cells = rows
        .split('\n')
        .slice(0, -1)
        .map((line) => line.split('\t'));
      published.tables[table] = [...(published.tables[table] ?? []), ...cells];
    }
  }
  return published;
}
