import type { Content } from './content.ts';
import type { SourceRow } from './csv-rows.ts';
import { ImportError } from './import-error.ts';

const LINE_END = 0x0a;

/**
 * The same rows, unless the file breaks off in the last: where it has no line end and the last row has fewer cells than any before it, it
 * is half downloaded. A break at a line end, or within the last cell, cannot be known from the file itself; that is for comparing with
 * an earlier import. `read` must be given the content that is watched here.
 */
export function* notCutShort(
  content: Content,
  read: (watched: Content) => Iterable<SourceRow>,
): Generator<SourceRow, void, void> {
  let lastByte: number | undefined;
  const watched: Content = {
    name: content.name,
    *chunks() {
      for (const piece of content.chunks()) {
        lastByte = piece.at(-1);
        yield piece;
      }
    },
  };
  let fewest = Number.POSITIVE_INFINITY;
  let last: SourceRow | undefined;
  for (const row of read(watched)) {
    if (last !== undefined) {
      fewest = Math.min(fewest, last.fields.length);
      yield last;
    }
    last = row;
  }
  if (last === undefined) return;
  if (lastByte !== LINE_END && last.fields.length < fewest && fewest !== Number.POSITIVE_INFINITY) {
    throw new ImportError({
      file: content.name,
      line: last.line,
      problem: `the file breaks off in this row, after ${last.fields.length} of at least ${fewest} cells: it is half downloaded`,
      mend: 'Download the file again',
    });
  }
  yield last;
}
