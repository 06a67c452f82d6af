import type { FiguresLayout } from './adapter.ts';
import { NULL } from './copy-text.ts';
import { parseFigure } from './figures.ts';
import { figureColumns, positionOf } from './header.ts';
import { MEASURES } from './measures.ts';
import type { PartReader, Reading, SetAside } from './read-rows.ts';
import { repeatTest, trouble } from './repeats.ts';
import type { RowDigest } from './seen-rows.ts';

const URN = /^[1-9]\d{4,5}$/;

/**
 * Reads the figures of a row: one row of `observation` for each measure of the layout, missing ones with their
 * reason. The columns are in the order of OBSERVATION_COLUMNS.
 */
export function figuresReader(
  figures: FiguresLayout,
  { adapter, header, year, stage, importId }: Reading,
  digestOf: RowDigest,
): PartReader {
  const urnAt = positionOf(header, figures.urn);
  const columns = figureColumns(adapter, year ?? 0).map(([field, measure]) => ({
    field,
    at: positionOf(header, field),
    before: `\t${MEASURES[measure].id}\t${year}\t`,
  }));
  const repeat = repeatTest(digestOf);
  return (row) => {
    const urn = row.fields[urnAt] ?? '';
    if (!URN.test(urn)) return trouble(row.line, figures.urn, urn, 'not a unique reference number');
    const again = repeat(urn, row, figures.urn);
    if (again) return again;
    const after = `\t${stage}\t${importId}\t${row.line}\n`;
    const reasons: SetAside[] = [];
    let text = '';
    for (const { field, at, before } of columns) {
      const cell = row.fields[at];
      const figure = parseFigure(cell);
      if (figure !== null) text += `${urn}${before}${figure.value ?? NULL}\t${figure.missing ?? NULL}${after}`;
      else reasons.push({ line: row.line, field, value: cell ?? '', reason: 'neither a number nor a known code' });
    }
    return reasons.length > 0 ? { kind: 'trouble', reasons } : { kind: 'rows', table: 'observation', text };
  };
}
