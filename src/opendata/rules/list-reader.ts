import { type Cell, type Field, type ListLayout, NOT_UNDERSTOOD } from './adapter.ts';
import type { Words } from './category-words.ts';
import { rowText, valueText } from './copy-text.ts';
import { positionOf } from './header.ts';
import type { PartReader, Reading, SetAside } from './read-rows.ts';
import { type RepeatTest, repeatTest, trouble } from './repeats.ts';

/** Reads the row of one table that a published row gives; its columns are those of the layout, then import and line. */
export function listReader(
  list: ListLayout,
  { header, importId, words }: Reading,
  repeat: RepeatTest = repeatTest(),
): PartReader {
  const fields = Object.entries(list.fields).map(([name, field]) => ({
    name,
    column: field.from[0] ?? name,
    read: inOurWords(field, words),
    at: field.from.map((column) => positionOf(header, column)),
  }));
  const keys = fields.flatMap(({ name, column }, at) => (list.key.includes(name) ? [{ at, column }] : []));
  const onlyWithAt = fields.findIndex((field) => field.name === list.onlyWith);
  const named = fields.map(({ name }) => name);
  const agreeing = list.sameWhenEqual?.map((name) => named.indexOf(name));
  return (row) => {
    const values: Cell[] = [];
    const reasons: SetAside[] = [];
    for (const { column, read, at } of fields) {
      const cells = at.map((position) => (row.fields[position] ?? '').trim());
      const value = read(cells);
      if (value === NOT_UNDERSTOOD) {
        reasons.push({ line: row.line, field: column, value: cells.join(' '), reason: 'not what this column holds' });
      } else {
        values.push(value);
      }
    }
    if (reasons.length > 0) return { kind: 'trouble', reasons };
    if (onlyWithAt !== -1 && values[onlyWithAt] === null) return { kind: 'rows', table: list.table, text: '' };
    const blank = keys.find(({ at }) => values[at] === null);
    if (blank) return trouble(row.line, blank.column, '', 'blank, but needed to tell rows apart');
    const key = keys.map(({ at }) => valueText(values[at] ?? null)).join(' ');
    const said = agreeing?.map((at) => valueText(values[at] ?? null)).join(' ');
    const again = repeat(key, said === undefined ? row : { ...row, text: said }, keys[0]?.column ?? '');
    // The rest of the row may say something new.
    if (again?.kind === 'repeat' && said !== undefined) return { kind: 'rows', table: list.table, text: '' };
    return again ?? { kind: 'rows', table: list.table, text: rowText([...values, importId, row.line]) };
  };
}

function inOurWords(field: Field, words: Words): (cells: string[]) => Cell | typeof NOT_UNDERSTOOD {
  const { inWords } = field;
  return inWords === undefined ? (cells) => field.read(...cells) : (cells) => inWords(words, ...cells);
}
