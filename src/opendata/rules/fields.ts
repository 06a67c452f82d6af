import type { Category, Words } from './category-words.ts';
import { type Cell, type Field, NOT_UNDERSTOOD } from './adapter.ts';
import { parseDate } from './dates.ts';
import { LONGEST_TEXT } from './tolerances.ts';

/** The largest number that an integer column holds. */
const LARGEST = 2_147_483_647;

const WHOLE = /^\d{1,10}$/;
const DECIMAL = /^-?\d{1,15}(?:\.\d{1,20})?$/;

/** Text as published; blank is null. */
export function text(column: string): Field {
  return { from: [column], read: (cell) => (cell === '' ? null : asText(cell)) };
}

/** Text that must be there. */
export function name(column: string): Field {
  return { from: [column], read: (cell) => (cell === '' ? NOT_UNDERSTOOD : asText(cell)) };
}

/** Text where the publisher writes certain words for "not known". */
export function textUnless(column: string, unknown: readonly string[]): Field {
  return { from: [column], read: (cell) => (cell === '' || unknown.includes(cell) ? null : asText(cell)) };
}

/** A whole number from 0 to `most` that must be there. */
export function whole(column: string, most = LARGEST): Field {
  return { from: [column], read: (cell) => (isWhole(cell, most) ? cell : NOT_UNDERSTOOD) };
}

/** A whole number from 0 to `most`; blank is null. */
export function wholeOrBlank(column: string, most = LARGEST): Field {
  return { from: [column], read: (cell) => (cell === '' ? null : isWhole(cell, most) ? cell : NOT_UNDERSTOOD) };
}

/** A number with a fraction; blank is null. */
export function decimalOrBlank(column: string): Field {
  return { from: [column], read: (cell) => (cell === '' ? null : DECIMAL.test(cell) ? cell : NOT_UNDERSTOOD) };
}

/** A date; blank or "unknown" is null. */
export function date(column: string): Field {
  return { from: [column], read: (cell) => asCell(parseDate(cell)) };
}

/** The first of two dates that is known. */
export function firstDate(column: string, other: string): Field {
  return { from: [column, other], read: (cell, otherCell) => asCell(parseDate(cell || otherCell)) };
}

/**
 * A label from a closed list: what we call each, or null for those that say nothing. The list is given here where it is of
 * one file, or is a category of policies/categories/.
 */
export function label(column: string, names: Readonly<Record<string, string | null>> | Category): Field {
  if (typeof names === 'string') return toldBy([column], (words, cell = '') => closed(words, names, cell));
  return {
    from: [column],
    read: (cell) => (Object.hasOwn(names, cell) ? (names[cell] ?? null) : NOT_UNDERSTOOD),
  };
}

/** Text that must be there, in our words where publishers renamed it. */
export function renamed(column: string, category: Category): Field {
  return toldBy([column], (words, cell = '') => (cell === '' ? NOT_UNDERSTOOD : (words(category, cell) ?? cell)));
}

/** A field that cannot be read without the words of publishers. */
export function toldBy(from: readonly string[], inWords: NonNullable<Field['inWords']>): Field {
  return { from, read: () => NOT_UNDERSTOOD, inWords };
}

/** A word of a category in our words; one that no table knows is not understood. */
export function closed(words: Words, category: Category, word: string): Cell | typeof NOT_UNDERSTOOD {
  const ours = words(category, word);
  return ours === undefined ? NOT_UNDERSTOOD : ours;
}

/** The same in every row. */
export function always(value: Cell): Field {
  return { from: [], read: () => value };
}

function asText(cell: string): Cell | typeof NOT_UNDERSTOOD {
  return cell.length > LONGEST_TEXT ? NOT_UNDERSTOOD : cell;
}

function isWhole(cell: string, most: number): boolean {
  return WHOLE.test(cell) && Number(cell) <= most;
}

function asCell(parsed: string | null | undefined): Cell | typeof NOT_UNDERSTOOD {
  return parsed === undefined ? NOT_UNDERSTOOD : parsed;
}
