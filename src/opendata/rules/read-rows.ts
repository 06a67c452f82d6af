import { type Adapter, type Cell, type ListLayout, NOT_UNDERSTOOD } from './adapter.ts';
import type { SourceRow } from './csv-rows.ts';
import { parseFigure } from './figures.ts';
import { figureColumns, type Header, positionOf } from './header.ts';
import { MEASURES } from './measures.ts';
import { NULL, rowText, valueText } from './copy-text.ts';
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
}

/** A row that cannot be loaded, and why. */
export interface SetAside {
  line: number;
  field: string;
  value: string;
  reason: string;
}

export type Verdict =
  /** Rows for the database, as COPY text by table. */
  | { kind: 'loaded'; text: ReadonlyMap<TargetTable, string> }
  /** Not a school, or the very same row again. */
  | { kind: 'passed over' }
  | { kind: 'set aside'; reasons: SetAside[] };

export type RowReader = (row: SourceRow) => Verdict;

const PASSED_OVER: Verdict = { kind: 'passed over' };
const URN = /^[1-9]\d{4,5}$/;

/**
 * Reads the rows of one file, in order. A row is loaded whole or not at all: one cell that cannot be read sets the
 * whole row aside, since the rest of it may have slipped a column. Keeps the rows read so far, to know a repeat.
 */
export function rowReader(reading: Reading): RowReader {
  const { adapter, header } = reading;
  const isPassedOver = passOverTest(adapter, header);
  const readYear = yearTest(reading);
  const readers = [
    ...(adapter.figures ? [figuresReader(reading)] : []),
    ...(adapter.lists ?? []).map((list) => listReader(list, reading)),
  ];
  return (row) => {
    if (isPassedOver(row.fields)) return PASSED_OVER;
    const text = new Map<TargetTable, string>();
    const reasons = readYear(row);
    let repeated = false;
    for (const read of readers) {
      const part = read(row);
      if (part.kind === 'rows') text.set(part.table, part.text);
      else if (part.kind === 'repeat') repeated = true;
      else reasons.push(...part.reasons);
    }
    if (reasons.length > 0) return { kind: 'set aside', reasons };
    return repeated ? PASSED_OVER : { kind: 'loaded', text };
  };
}

type Part =
  | { kind: 'rows'; table: TargetTable; text: string }
  | { kind: 'repeat' }
  | { kind: 'trouble'; reasons: SetAside[] };

function figuresReader(reading: Reading): (row: SourceRow) => Part {
  const urnColumn = reading.adapter.figures?.urn ?? '';
  const urnAt = positionOf(reading.header, urnColumn);
  const columns = figureColumns(reading.adapter, reading.year ?? 0).map(([column, measure]) => ({
    column,
    at: positionOf(reading.header, column),
    before: `\t${MEASURES[measure].id}\t${reading.year}\t`,
  }));
  const repeat = repeatTest();
  return (row) => {
    const urn = row.fields[urnAt] ?? '';
    if (!URN.test(urn)) return trouble(row, urnColumn, urn, 'not a unique reference number');
    const again = repeat(urn, row, urnColumn);
    if (again) return again;
    const after = `\t${reading.stage}\t${reading.importId}\t${row.line}\n`;
    let text = '';
    const reasons: SetAside[] = [];
    for (const { column, at, before } of columns) {
      const figure = parseFigure(row.fields[at]);
      if (figure === null)
        reasons.push({
          line: row.line,
          field: column,
          value: row.fields[at] ?? '',
          reason: 'neither a number nor a known code',
        });
      else text += `${urn}${before}${figure.value ?? NULL}\t${figure.missing ?? NULL}${after}`;
    }
    return reasons.length > 0 ? { kind: 'trouble', reasons } : { kind: 'rows', table: 'observation', text };
  };
}

function listReader(list: ListLayout, reading: Reading): (row: SourceRow) => Part {
  const fields = Object.entries(list.fields).map(([name, field]) => ({
    name,
    field,
    at: field.from.map((column) => positionOf(reading.header, column)),
  }));
  const keyAt = list.key.map((name) => fields.findIndex((field) => field.name === name));
  const onlyWithAt = fields.findIndex((field) => field.name === list.onlyWith);
  const repeat = repeatTest();
  return (row) => {
    const values: Cell[] = [];
    const reasons: SetAside[] = [];
    for (const { field, at } of fields) {
      const cells = at.map((position) => (row.fields[position] ?? '').trim());
      const value = field.read(...cells);
      if (value === NOT_UNDERSTOOD)
        reasons.push({ line: row.line, field: field.from[0] ?? '', value: cells.join(' '), reason: 'cannot be read' });
      else values.push(value);
    }
    if (reasons.length > 0) return { kind: 'trouble', reasons };
    if (onlyWithAt !== -1 && values[onlyWithAt] === null) return { kind: 'rows', table: list.table, text: '' };
    for (const at of keyAt) {
      if (values[at] === null)
        return trouble(row, fields[at]?.field.from[0] ?? '', '', 'blank, but needed to tell rows apart');
    }
    const again = repeat(
      keyAt.map((at) => valueText(values[at] ?? null)).join('\t'),
      row,
      fields[keyAt[0] ?? 0]?.field.from[0] ?? '',
    );
    return again ?? { kind: 'rows', table: list.table, text: rowText([...values, reading.importId, row.line]) };
  };
}

/** Tells a row that says the same again, which is passed over, from one that contradicts an earlier row. */
function repeatTest(): (key: string, row: SourceRow, column: string) => Part | null {
  const seen = new Map<string, SourceRow>();
  return (key, row, column) => {
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row);
      return null;
    }
    if (first.text === row.text) return { kind: 'repeat' };
    return trouble(row, column, key.replaceAll('\t', ' '), `differs from line ${first.line}, which has the same key`);
  };
}

function trouble(row: SourceRow, field: string, value: string, reason: string): Part {
  return { kind: 'trouble', reasons: [{ line: row.line, field, value, reason }] };
}

function passOverTest(adapter: Adapter, header: Header): (fields: readonly string[]) => boolean {
  const rule = adapter.passOver;
  if (rule === undefined) return () => false;
  const at = positionOf(header, rule.column);
  if ('is' in rule) return (fields) => rule.is.includes(fields[at] ?? '');
  return (fields) => !rule.isNot.includes(fields[at] ?? '');
}

/** One file holds one year; a row of another year would overwrite figures under the wrong one. */
function yearTest({ adapter, header, year }: Reading): (row: SourceRow) => SetAside[] {
  if (typeof adapter.year !== 'object') return () => [];
  const column = adapter.year.endsIn;
  const at = positionOf(header, column);
  const expected = String((year ?? 0) + 1);
  return (row) => {
    const value = row.fields[at] ?? '';
    return value === expected
      ? []
      : [{ line: row.line, field: column, value, reason: `another year than the file's first row, ${expected}` }];
  };
}
