import type { AreaFigures, Figures, FiguresLayout, TrustFigures } from './adapter.ts';
import { NULL } from './copy-text.ts';
import { parseFigure } from './figures.ts';
import { columnKey, columnsThere, positionOf } from './header.ts';
import { MEASURES } from './measures.ts';
import type { PartReader, Reading, SetAside } from './read-rows.ts';
import { repeatTest, trouble } from './repeats.ts';
import type { TargetTable } from './tables.ts';
import { startingYear, yearColumnOf } from './year-column.ts';
import type { RowDigest } from './seen-rows.ts';

const URN = /^[1-9]\d{4,5}$/;
const UID = /^[1-9]\d{0,8}$/;
const LA_CODE = /^[1-9]\d{2}$/;

/**
 * Reads the figures of a school: one row of `observation` for each measure of the layout, missing ones with their
 * reason. The columns are in the order of OBSERVATION_COLUMNS.
 */
export function figuresReader(figures: FiguresLayout, reading: Reading, digestOf: RowDigest): PartReader {
  return readerOf('observation', figures, reading, digestOf, {
    column: figures.urn,
    is: URN,
    reason: 'not a unique reference number',
    lead: (urn) => urn,
  });
}

/** Reads the figures of a trust or sponsor; the columns are in the order of TRUST_OBSERVATION_COLUMNS. */
export function trustFiguresReader(figures: TrustFigures, reading: Reading, digestOf: RowDigest): PartReader {
  return readerOf('trust_observation', figures, reading, digestOf, {
    column: figures.uid,
    is: UID,
    reason: 'not the number of a group',
    lead: (uid) => uid,
    withPupils: true,
  });
}

/**
 * Reads the figures of an area; the columns are in the order of AREA_OBSERVATION_COLUMNS. Null when they are of
 * authorities and the file has no column with their code.
 */
export function areaFiguresReader(figures: AreaFigures, reading: Reading, digestOf: RowDigest): PartReader | null {
  const { level, schools } = figures;
  const column = figures.code?.find((code) => reading.header.has(columnKey(code)));
  if (level === 'authority' && column === undefined) return null;
  return readerOf('area_observation', figures, reading, digestOf, {
    column,
    is: LA_CODE,
    reason: "not an authority's code",
    lead: (code) => `${level}\t${code || level}\t${schools}`,
    withPupils: true,
  });
}

interface Subject {
  /** The column that says of whom the row speaks; none where there is one subject alone. */
  column: string | undefined;
  is: RegExp;
  reason: string;
  /** The first columns of a stored row. */
  lead(cell: string): string;
  /** Whether the stored row says of which pupils it is. */
  withPupils?: true;
}

function readerOf(
  table: TargetTable,
  figures: Figures,
  reading: Reading,
  digestOf: RowDigest,
  subject: Subject,
): PartReader {
  const { header, stage, importId, year } = reading;
  const subjectAt = subject.column === undefined ? -1 : positionOf(header, subject.column);
  const columns = columnsThere(figures, header, year ?? 0).map(([field, measure, about]) => ({
    field,
    at: positionOf(header, field),
    back: about?.back ?? 0,
    middle: `${subject.withPupils ? `\t${about?.pupils ?? 'all'}` : ''}\t${MEASURES[measure].id}\t`,
  }));
  const yearOf = yearReader(reading);
  const befores = (of: number) => columns.map(({ middle, back }) => `${middle}${of - back}\t`);
  let known = { year: year ?? 0, befores: befores(year ?? 0) };
  const repeat = repeatTest(digestOf);
  return (row) => {
    const cell = row.fields[subjectAt] ?? '';
    if (subjectAt !== -1 && !subject.is.test(cell)) {
      return trouble(row.line, subject.column ?? '', cell, subject.reason);
    }
    const rowYear = yearOf(row.fields);
    if (known.year !== rowYear) known = { year: rowYear, befores: befores(rowYear) };
    const again = repeat(rowYear === year ? cell : `${cell} ${rowYear}`, row, subject.column ?? '');
    if (again) return again;
    const lead = subject.lead(cell);
    const after = `\t${stage}\t${importId}\t${row.line}\n`;
    const reasons: SetAside[] = [];
    let text = '';
    for (const [index, { field, at }] of columns.entries()) {
      const figure = parseFigure(row.fields[at]);
      if (figure === null) {
        reasons.push({
          line: row.line,
          field,
          value: row.fields[at] ?? '',
          reason: 'neither a number nor a known code',
        });
      } else if (!figures.blankSaysNothing || !isBlank(figure.missing)) {
        text += `${lead}${known.befores[index]}${figure.value ?? NULL}\t${figure.missing ?? NULL}${after}`;
      }
    }
    if (reasons.length > 0) return { kind: 'trouble', reasons };
    return text === '' ? { kind: 'nothing' } : { kind: 'rows', table, text };
  };
}

function isBlank(missing: string | null): boolean {
  return missing === 'BLANK' || missing === 'SHORT';
}

/** The starting year of a row: the file's, unless a column tells it row by row. Rows whose year cannot be read are set aside elsewhere. */
function yearReader({ adapter, header, year }: Reading): (fields: readonly string[]) => number {
  const column = adapter.year;
  const ofFile = year ?? 0;
  if (typeof column !== 'object' || !column.several) return () => ofFile;
  const at = positionOf(header, yearColumnOf(column));
  return (fields) => startingYear(column, fields[at] ?? '') ?? ofFile;
}
