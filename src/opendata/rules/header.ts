import type { Adapter, FigureColumn, Figures, FiguresLayout } from './adapter.ts';
import { ImportError } from './import-error.ts';
import { yearColumnOf } from './year-column.ts';

/** Where each published column stands; names are compared without case and with runs of spaces as one. */
export type Header = ReadonlyMap<string, number>;

/** Published spellings of one column differ between years: "Estab" and "ESTAB", "Pupil:     Teacher Ratio". */
export function columnKey(column: string): string {
  return column.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** The header of a file as positions. A column that stands twice keeps its first place here; see mustBeWhole. */
export function headerOf(fields: readonly string[]): Header {
  const header = new Map<string, number>();
  for (const [index, field] of fields.entries()) {
    const key = columnKey(field);
    if (!header.has(key)) header.set(key, index);
  }
  return header;
}

/** Where a column stands that the issue leaves out: nowhere, so that each cell of it is blank. */
const NOWHERE = -1;

/** The header of a file as a layout reads it: each column that it reads under its own name, whatever the issue calls it. */
export function headerRead(fields: readonly string[], adapter: Adapter): Header {
  const header = new Map(headerOf(fields));
  for (const [column, others] of Object.entries(adapter.alsoCalled ?? {})) {
    const place = others.map((other) => header.get(columnKey(other))).find((at) => at !== undefined);
    if (!header.has(columnKey(column)) && place !== undefined) header.set(columnKey(column), place);
  }
  for (const column of adapter.mayLack ?? []) {
    if (!header.has(columnKey(column))) header.set(columnKey(column), NOWHERE);
  }
  return header;
}

/** Position of a column that is known to be there. */
export function positionOf(header: Header, column: string): number {
  const position = header.get(columnKey(column));
  if (position === undefined) throw new Error(`Column "${column}" was not checked before it was read`);
  return position;
}

/** Every published column that a layout needs. */
export function columnsRead(adapter: Adapter, year: number): string[] {
  const columns = new Set<string>(adapter.recognisedBy);
  if (typeof adapter.year === 'object') columns.add(yearColumnOf(adapter.year));
  if (adapter.passOver) columns.add(adapter.passOver.column);
  for (const figures of schoolFigures(adapter)) columns.add(figures.urn);
  if (adapter.trustFigures) columns.add(adapter.trustFigures.uid);
  for (const figures of allFigures(adapter)) {
    for (const { column } of figures.only ?? []) columns.add(column);
    for (const [column] of asMeantIn(figures.columns, year)) columns.add(column);
  }
  for (const list of adapter.lists ?? []) {
    for (const field of Object.values(list.fields)) for (const column of field.from) columns.add(column);
  }
  return [...columns];
}

/** The figures of schools that a layout gives. */
export function schoolFigures({ figures = [] }: Adapter): readonly FiguresLayout[] {
  return 'urn' in figures ? [figures] : figures;
}

/** The columns of some figures that a file has, as they are meant in its year. */
export function columnsThere(figures: Figures, header: Header, year: number): readonly FigureColumn[] {
  const whereThere = asMeantIn(figures.whereThere ?? [], year).filter(([column]) => header.has(columnKey(column)));
  return [...asMeantIn(figures.columns, year), ...whereThere];
}

/** The earliest year that the columns of a file tell of, where it repeats years before its own. */
export function earliestYear(adapter: Adapter, header: Header, year: number): number {
  const backs = allFigures(adapter).flatMap((figures) =>
    columnsThere(figures, header, year).map(([, , about]) => about?.back ?? 0),
  );
  return year - Math.max(0, ...backs);
}

/** Throws ImportError, naming the column, when one that the layout reads is missing or stands twice. */
export function mustBeWhole(fields: readonly string[], adapter: Adapter, year: number, file: string, line = 1): void {
  const header = headerOf(fields);
  const there = allFigures(adapter).flatMap((figures) => columnsThere(figures, header, year).map(([column]) => column));
  for (const column of new Set([...columnsRead(adapter, year), ...there])) {
    mustStandOnce(fields, column, adapter, file, line);
  }
}

/** Throws ImportError when a column stands twice, or is missing and may not be. */
export function mustStandOnce(
  fields: readonly string[],
  column: string,
  { layout, alsoCalled, mayLack }: Adapter,
  file: string,
  line: number,
): void {
  const names = [column, ...(alsoCalled?.[column] ?? [])].map(columnKey);
  const places = fields.filter((field) => names.includes(columnKey(field))).length;
  if (places === 1 || (places === 0 && mayLack?.includes(column))) return;
  throw new ImportError({
    file,
    line,
    column,
    problem: `the header ${places === 0 ? 'lacks this column' : `has this column ${places} times`}, which the layout ${layout} reads`,
    mend: 'Download the file again, and do not edit its header',
  });
}

function allFigures(adapter: Adapter): readonly Figures[] {
  const { trustFigures, areaFigures = [] } = adapter;
  return [...schoolFigures(adapter), ...(trustFigures ? [trustFigures] : []), ...areaFigures];
}

function asMeantIn(columns: Figures['columns'], year: number): readonly FigureColumn[] {
  return typeof columns === 'function' ? columns(year) : columns;
}
