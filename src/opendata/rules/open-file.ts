import type { Adapter } from './adapter.ts';
import type { Content } from './content.ts';
import { notCutShort } from './cut-short.ts';
import { csvRows, type SourceRow } from './csv-rows.ts';
import { geojsonRows, looksLikeJson } from './geojson-rows.ts';
import { type Header, headerRead, mustBeWhole, mustStandOnce, positionOf } from './header.ts';
import { ImportError } from './import-error.ts';
import { recognise } from './layouts.ts';
import { withoutOwnColumns } from './mended-file.ts';
import { yearInName, yearSpan } from './years.ts';

/** A published file that has been recognised, ready for its rows to be read once. */
export interface OpenFile {
  adapter: Adapter;
  header: Header;
  /** The header as a row; its text is empty where there is none, as in GeoJSON. */
  head: SourceRow;
  /** Starting year of its figures; null for a register. */
  year: number | null;
  /** The rows after the header. */
  rows: Iterable<SourceRow>;
}

/** Titles and notes may stand over the header of a CSV file, but not more rows of them than this. */
const TITLES_AT_MOST = 10;

/**
 * All rows of a published file, the header first: titles and notes above it are left out. A file without a header that we
 * know begins with its first row. Throws ImportError when it is not text in a known encoding.
 */
export function publishedRows(content: Content): Generator<SourceRow, void, void> {
  return looksLikeJson(content) ? geojsonRows(content) : fromHeader(csvRows(content), content.name);
}

function* fromHeader(rows: Generator<SourceRow, void, void>, file: string): Generator<SourceRow, void, void> {
  const above: SourceRow[] = [];
  let nearly: number | null = null;
  let header: number | null = null;
  while (header === null && above.length <= TITLES_AT_MOST) {
    const next = rows.next();
    if (next.done) break;
    const found = likeHeader(next.value, file);
    if (found === 'known') header = above.length;
    else if (found === 'nearly') nearly ??= above.length;
    above.push(next.value);
  }
  yield* above.slice(header ?? nearly ?? 0);
  yield* rows;
}

/** Whether a row is the header of a layout, held or refused by name, or nearly one. */
function likeHeader({ fields, line }: SourceRow, file: string): 'known' | 'nearly' | 'unknown' {
  try {
    recognise(fields, file, line);
    return 'known';
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    if (error.recognisedAs !== undefined) return 'known';
    return error.column === undefined ? 'unknown' : 'nearly';
  }
}

/**
 * Recognises a published file from its content. Its year is the one in the file, or else `year`, or else the one in
 * its name ("2018-2019" is 2018). With `mends`, the file holds mended rows of that import (mended-file.ts). Throws ImportError when the file is not one that can be imported, when it has no
 * rows, or when its year is told nowhere or told twice differently.
 */
export function openFile(content: Content, year: number | null, mends: number | null = null): OpenFile {
  const file = content.name;
  const published = notCutShort(content, publishedRows);
  const rows = mends === null ? published : withoutOwnColumns(published, mends, file);
  const head = rows.next();
  if (head.done) throw new ImportError({ file, problem: 'the file is empty', mend: 'Download it again' });
  const adapter = recognise(head.value.fields, file, head.value.line);
  const header = headerRead(head.value.fields, adapter);
  const first = rows.next();
  if (first.done)
    throw new ImportError({ file, problem: 'there are no rows under the header', mend: 'Download the file again' });
  // The year is read before the columns are known that are read in that year.
  if (typeof adapter.year === 'object')
    mustStandOnce(head.value.fields, adapter.year.endsIn, adapter, file, head.value.line);
  const itsYear = yearOf(adapter, header, first.value, file, year);
  mustBeWhole(head.value.fields, adapter, itsYear ?? 0, file, head.value.line);
  return { adapter, header, head: head.value, year: itsYear, rows: startingWith(first.value, rows) };
}

function* startingWith(first: SourceRow, rest: Iterable<SourceRow>): Generator<SourceRow, void, void> {
  yield first;
  yield* rest;
}

function yearOf(adapter: Adapter, header: Header, first: SourceRow, file: string, given: number | null): number | null {
  if (adapter.year === 'register') return null;
  if (adapter.year === 'given') {
    const year = given ?? yearInName(file);
    if (year !== null) return year - (adapter.yearsBefore ?? 0);
    throw new ImportError({
      file,
      asks: 'year',
      problem: 'neither the content nor the file name says which year the figures are of',
      mend: 'Give the year in which the academic year starts, e.g. --year 2018 for 2018-19',
    });
  }
  const column = adapter.year.endsIn;
  const cell = first.fields[positionOf(header, column)] ?? '';
  if (!/^20\d{2}$/.test(cell)) {
    throw new ImportError({
      file,
      line: first.line,
      column,
      problem: `"${cell}" is not a year`,
      mend: 'Download the file again',
    });
  }
  const year = Number(cell) - 1;
  if (given !== null && given !== year) {
    throw new ImportError({
      file,
      line: first.line,
      column,
      problem: `the year given is ${yearSpan(given)}, but the file is of ${yearSpan(year)}`,
      mend: `Leave the year (--year) out, or give ${year}`,
    });
  }
  return year;
}
