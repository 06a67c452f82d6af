import { ImportError } from './import-error.ts';
import { recognise } from './layouts.ts';
import { MOST_BYTES_OF_SHEET } from './unpacking-limits.ts';

/** Titles and notes may stand over a header, but not more lines of them than this. */
const HEADER_WITHIN = 50;

/** Text is put together in pieces of about this size. */
const PIECE = 1 << 18;

/** Takes the rows of one sheet, in order, and writes them as CSV. */
export interface SheetText {
  /** Cells by position; a place without a cell is blank. */
  add(rowNumber: number, cells: readonly (string | undefined)[]): void;
  /** True once it is known that the sheet has no header that we know: no further row is needed. */
  readonly isStranger: boolean;
  /** Position after the last column of the header; cells from there on are not read. Infinite until it is found. */
  readonly width: number;
  /** Writes what is left; false for a sheet without a header that we know. */
  finish(): boolean;
}

/**
 * Finds the header of a sheet by content, within the first rows, and gives what stands under it to `write` as CSV, each row
 * on the line of its number in the sheet. `finish`
 * throws ImportError, with the row, when a header nearly is one that we know; `add` when the sheet is too long.
 */
export function sheetText(file: string, write: (piece: Buffer) => void): SheetText {
  let piece = '';
  let size = 0;
  let written = 0;
  let width = Number.POSITIVE_INFINITY;
  let nearly: ImportError | null = null;
  let isStranger = false;

  const keep = () => {
    const bytes = Buffer.from(piece);
    piece = '';
    size += bytes.length;
    if (size > MOST_BYTES_OF_SHEET) {
      throw new ImportError({
        file,
        problem: `the sheet holds more than ${MOST_BYTES_OF_SHEET >> 20} MB of text`,
        mend: 'Save it as "CSV UTF-8", and import that',
      });
    }
    write(bytes);
  };
  const writeRow = (rowNumber: number, cells: readonly (string | undefined)[]) => {
    piece += '\n'.repeat(rowNumber - written - 1);
    for (let at = 0; at < width; at += 1) piece += (at === 0 ? '' : ',') + quoted(cells[at] ?? '');
    piece += '\n';
    written = rowNumber;
    if (piece.length > PIECE) keep();
  };

  return {
    get isStranger() {
      return isStranger;
    },
    get width() {
      return width;
    },
    add(rowNumber, cells) {
      if (isStranger || !cells.some(Boolean)) return;
      if (width < Number.POSITIVE_INFINITY) return writeRow(rowNumber, cells);
      if (rowNumber > HEADER_WITHIN) {
        isStranger = true;
        return;
      }
      const header = Array.from(cells, (cell) => cell ?? '');
      const error = whyNotHeader(header, file, rowNumber);
      if (error === null) {
        width = header.findLastIndex(Boolean) + 1;
        writeRow(rowNumber, header);
      } else if (error.column !== undefined) nearly ??= error;
    },
    finish() {
      if (width < Number.POSITIVE_INFINITY) {
        keep();
        return true;
      }
      if (nearly) throw nearly;
      return false;
    },
  };
}

function whyNotHeader(fields: readonly string[], file: string, line: number): ImportError | null {
  try {
    recognise(fields, file, line);
    return null;
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
