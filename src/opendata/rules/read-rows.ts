import type { Adapter, RowTest } from './adapter.ts';
import type { Words } from './category-words.ts';
import type { SourceRow } from './csv-rows.ts';
import { areaFiguresReader, figuresReader, trustFiguresReader } from './figures-reader.ts';
import { type Header, positionOf, schoolFigures } from './header.ts';
import { listReader } from './list-reader.ts';
import { type RepeatTest, repeatTest } from './repeats.ts';
import { rowDigests } from './seen-rows.ts';
import type { Stage } from './stages.ts';
import type { TargetTable } from './tables.ts';
import { startingYear, yearColumnOf, yearInColumn } from './year-column.ts';

/** What is known of a file before its rows are read. */
export interface Reading {
  adapter: Adapter;
  header: Header;
  /** Starting year of its figures, the latest where it holds several; null for a register. */
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

/** What a row says to one table: `nothing` where it leaves all blank, `repeat` when it is an earlier row over again. */
export type Part = TableText | { kind: 'nothing' } | { kind: 'repeat' } | { kind: 'trouble'; reasons: SetAside[] };

export type PartReader = (row: SourceRow) => Part;

export type Verdict =
  | { kind: 'loaded'; texts: readonly TableText[] }
  /** Not a school, nothing said, or the very same row again. */
  | { kind: 'passed over' }
  | { kind: 'set aside'; reasons: SetAside[] };

const PASSED_OVER: Verdict = { kind: 'passed over' };

/**
 * Reads the rows of one file, in order. A row is loaded whole or not at all: one cell that cannot be read sets the
 * whole row aside, since the rest of it may have slipped a column. Remembers the rows read, to know a repeat.
 */
export function rowReader(reading: Reading): (row: SourceRow) => Verdict {
  const { adapter } = reading;
  const ofSchools = ofSchoolsTest(reading);
  const readYear = yearTest(reading);
  const readers: Speaker[] = [];
  const digestOf = rowDigests();
  for (const figures of schoolFigures(adapter)) {
    const speaks = rowTest(figures.only ?? [], reading.header);
    readers.push({
      speaks: (fields) => ofSchools(fields) && speaks(fields),
      read: figuresReader(figures, reading, digestOf),
    });
  }
  const shared = new Map<TargetTable, RepeatTest>();
  for (const list of adapter.lists ?? []) {
    const repeat = shared.get(list.table) ?? repeatTest(digestOf);
    if (list.sameWhenEqual !== undefined) shared.set(list.table, repeat);
    readers.push({ speaks: ofSchools, read: listReader(list, reading, repeat) });
  }
  if (adapter.trustFigures) {
    const { trustFigures } = adapter;
    readers.push({
      speaks: rowTest(trustFigures.only ?? [], reading.header),
      read: trustFiguresReader(trustFigures, reading, digestOf),
    });
  }
  for (const figures of adapter.areaFigures ?? []) {
    const read = areaFiguresReader(figures, reading, digestOf);
    if (read) readers.push({ speaks: rowTest(figures.only ?? [], reading.header), read });
  }
  return (row) => {
    const speaking = readers.filter(({ speaks }) => speaks(row.fields));
    if (speaking.length === 0) return PASSED_OVER;
    const texts: TableText[] = [];
    const reasons = readYear(row);
    let repeated = false;
    for (const { read } of speaking) {
      const part = read(row);
      if (part.kind === 'rows') texts.push(part);
      else if (part.kind === 'repeat') repeated = true;
      else if (part.kind === 'trouble')
        reasons.push(...part.reasons.filter((reason) => !reasons.some((told) => isSame(told, reason))));
    }
    if (reasons.length > 0) return { kind: 'set aside', reasons };
    return repeated || texts.length === 0 ? PASSED_OVER : { kind: 'loaded', texts };
  };
}

/** What is read from the rows that speak of it. */
interface Speaker {
  speaks: (fields: readonly string[]) => boolean;
  read: PartReader;
}

/** Several lists of a row may stumble over one cell. */
function isSame(a: SetAside, b: SetAside): boolean {
  return a.field === b.field && a.value === b.value && a.reason === b.reason;
}

function rowTest(tests: readonly RowTest[], header: Header): (fields: readonly string[]) => boolean {
  const placed = tests.map((test) => ({ at: positionOf(header, test.column), test }));
  return (fields) =>
    placed.every(({ at, test }) => {
      const cell = fields[at] ?? '';
      return 'is' in test ? test.is.includes(cell) : !test.isNot.includes(cell);
    });
}

/** Rows that a layout does not pass over. */
function ofSchoolsTest({ adapter, header }: Reading): (fields: readonly string[]) => boolean {
  const { passOver } = adapter;
  if (passOver === undefined) return () => true;
  const isPassedOver = rowTest([passOver], header);
  return (fields) => !isPassedOver(fields);
}

/** Unless a file holds several years, a row of another year would overwrite figures under the wrong one. */
function yearTest({ adapter, header, year }: Reading): (row: SourceRow) => SetAside[] {
  const column = adapter.year;
  if (typeof column !== 'object') return () => [];
  const field = yearColumnOf(column);
  const at = positionOf(header, field);
  return ({ line, fields }) => {
    const value = fields[at] ?? '';
    const found = startingYear(column, value);
    if (found === null) return [{ line, field, value, reason: 'not a year' }];
    if (column.several || found === year) return [];
    return [
      { line, field, value, reason: `another year than the file's first row, ${yearInColumn(column, year ?? 0)}` },
    ];
  };
}
