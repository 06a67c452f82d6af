import { type Cell, type Field, type ListLayout, NOT_UNDERSTOOD } from './adapter.ts';
import type { Words } from './category-words.ts';
import { rowText, valueText } from './copy-text.ts';
import { columnKey, positionOf } from './header.ts';
import type { PartReader, Reading, SetAside } from './read-rows.ts';
import { type RepeatTest, trouble } from './repeats.ts';

/** Reads the row of one table that a published row gives; its columns are those of the layout, then import and line. */
export function listReader(list: ListLayout, reading: Reading, repeat: RepeatTest): PartReader {
  const { adapter, header, importId, words } = reading;
  const isLacking = (column: string) => adapter.mayLack?.includes(column) && !header.has(columnKey(column));
  const fields = Object.entries(list.fields).map(([name, field]) => {
    // A column that this edition lacks stands nowhere, which reads as blank.
    const at = field.from.map((column) => (isLacking(column) ? -1 : positionOf(header, column)));
    return { name, column: field.from[0] ?? name, at, read: cellReader(field, at, words) };
  });
  const keys = fields.flatMap(({ name, column }, at) => (list.key.includes(name) ? [{ at, column }] : []));
  const onlyWithAt = fields.findIndex((field) => field.name === list.onlyWith);
  const named = fields.map(({ name }) => name);
  const agreeing = list.sameWhenEqual?.map((name) => named.indexOf(name));
  return (row) => {
    const values: Cell[] = [];
    const reasons: SetAside[] = [];
    for (const { column, read, at } of fields) {
      const value = read(row.fields);
      if (value === NOT_UNDERSTOOD) {
        const said = at.map((position) => cellAt(row.fields, position)).join(' ');
        reasons.push({ line: row.line, field: column, value: said, reason: 'not what this column holds' });
      } else {
        values.push(value);
      }
    }
    if (reasons.length > 0) return { kind: 'trouble', reasons };
    if (onlyWithAt !== -1 && values[onlyWithAt] === null) return { kind: 'nothing' };
    const blank = keys.find(({ at }) => values[at] === null);
    if (blank) return trouble(row.line, blank.column, '', 'blank, but needed to tell rows apart');
    const key = keys.map(({ at }) => valueText(values[at] ?? null)).join(' ');
    const said = agreeing?.map((at) => valueText(values[at] ?? null)).join(' ');
    const again = repeat(key, said === undefined ? row : { ...row, text: said }, keys[0]?.column ?? '');
    // The rest of the row may say something new.
    if (again?.kind === 'repeat' && said !== undefined) return { kind: 'nothing' };
    return again ?? { kind: 'rows', table: list.table, text: rowText([...values, importId, row.line]) };
  };
}

/** Nearly every field is of one column, and a file has millions of them: no list of cells is made for those. */
function cellReader(
  field: Field,
  at: readonly number[],
  words: Words,
): (cells: readonly string[]) => Cell | typeof NOT_UNDERSTOOD {
  const [first = -1] = at;
  const { inWords } = field;
  if (inWords !== undefined) return (cells) => inWords(words, ...at.map((position) => cellAt(cells, position)));
  if (at.length === 1) return (cells) => field.read(cellAt(cells, first));
  return (cells) => field.read(...at.map((position) => cellAt(cells, position)));
}

function cellAt(cells: readonly string[], position: number): string {
  return (cells[position] ?? '').trim();
}
