import type { Adapter } from './adapter.ts';
import type { Words } from './category-words.ts';
import type { SourceRow } from './csv-rows.ts';
import { figuresReader } from './figures-reader.ts';
import { type Header, positionOf } from './header.ts';
import { listReader } from './list-reader.ts';
import { type RepeatTest, repeatTest } from './repeats.ts';
import { rowDigests } from './seen-rows.ts';
import type { Stage } from './stages.ts';
import type { TargetTable } from './tables.ts';

/** What is known of a file before its rows are read. */
export interface Reading {
  adapter: Adapter;
  header: Header;
  /** Starting year of its figures; null for a register. */
  year: number | null;
  stage: Stage;
  importId: number;
  /** Words of publishers in ours, as on the day of the file. */
  words: Words;
}

/** A row that cannot be loaded, and why. */
export interface SetAside {
  line: number;
  field: string;
  value: string;
  reason: string;
}

/** Rows of one table for the database, as COPY text. */
export interface TableText {
  kind: 'rows';
  table: TargetTable;
  text: string;
}

/** What a row says to one table; `repeat` when it is an earlier row over again. */
export type Part = TableText | { kind: 'repeat' } | { kind: 'trouble'; reasons: SetAside[] };

export type PartReader = (row: SourceRow) => Part;

export type Verdict =
  | { kind: 'loaded'; texts: readonly TableText[] }
  /** Not a school, or the very same row again. */
  | { kind: 'passed over' }
  | { kind: 'set aside'; reasons: SetAside[] };

const PASSED_OVER: Verdict = { kind: 'passed over' };

/**
 * Reads the rows of one file, in order. A row is loaded whole or not at all: one cell that cannot be read sets the
 * whole row aside, since the rest of it may have slipped a column. Remembers the rows read, to know a repeat.
 */
export function rowReader(reading: Reading): (row: SourceRow) => Verdict {
  const isPassedOver = passOverTest(reading);
  const readYear = yearTest(reading);
  const readers: PartReader[] = [];
  const digestOf = rowDigests();
  if (reading.adapter.figures) readers.push(figuresReader(reading.adapter.figures, reading, digestOf));
  const shared = new Map<TargetTable, RepeatTest>();
  for (const list of reading.adapter.lists ?? []) {
    const repeat = shared.get(list.table) ?? repeatTest(digestOf);
    if (list.sameWhenEqual !== undefined) shared.set(list.table, repeat);
    readers.push(listReader(list, reading, repeat));
  }
  return (row) => {
    if (isPassedOver(row.fields)) return PASSED_OVER;
    const texts: TableText[] = [];
    const reasons = readYear(row);
    let repeated = false;
    for (const read of readers) {
      const part = read(row);
      if (part.kind === 'rows') texts.push(part);
      else if (part.kind === 'repeat') repeated = true;
      else reasons.push(...part.reasons.filter((reason) => !reasons.some((told) => isSame(told, reason))));
    }
    if (reasons.length > 0) return { kind: 'set aside', reasons };
    return repeated ? PASSED_OVER : { kind: 'loaded', texts };
  };
}

/** Several lists of a row may stumble over one cell. */
function isSame(a: SetAside, b: SetAside): boolean {
  return a.field === b.field && a.value === b.value && a.reason === b.reason;
}

function passOverTest({ adapter, header }: Reading): (fields: readonly string[]) => boolean {
  const rule = adapter.passOver;
  if (rule === undefined) return () => false;
  const at = positionOf(header, rule.column);
  if ('is' in rule) return (fields) => rule.is.includes(fields[at] ?? '');
  return (fields) => !rule.isNot.includes(fields[at] ?? '');
}

/** One file holds one year; a row of another year would overwrite figures under the wrong one. */
function yearTest({ adapter, header, year }: Reading): (row: SourceRow) => SetAside[] {
  if (typeof adapter.year !== 'object') return () => [];
  const field = adapter.year.endsIn;
  const at = positionOf(header, field);
  const expected = String((year ?? 0) + 1);
  const reason = `another year than the file's first row, ${expected}`;
  return ({ line, fields }) => {
    const value = fields[at] ?? '';
    return value === expected ? [] : [{ line, field, value, reason }];
  };
}
