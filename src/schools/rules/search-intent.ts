import { searchWords } from './search-words.ts';

/** What somebody who typed into the search box is looking for. */
export type SearchIntent =
  | { kind: 'nothing' }
  | { kind: 'too short' }
  | { kind: 'urn'; urn: number }
  | { kind: 'laestab'; laCode: number; establishmentNumber: number }
  /** Beginnings of postcodes, as written with their space. */
  | { kind: 'postcode'; starts: readonly string[] }
  | { kind: 'words'; words: readonly string[] };

/** Fewer characters than this match half of all schools. */
export const SHORTEST_SEARCH = 3;

const LONGEST_SEARCH = 100;
const MOST_WORDS = 8;

/** Reads what was typed. Any text is allowed; what cannot be part of a name, such as control characters, is left out. */
export function searchIntent(typed: string): SearchIntent {
  const text = typed
    .normalize('NFKC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_SEARCH);
  if (text === '') return { kind: 'nothing' };
  if (text.length < SHORTEST_SEARCH) return { kind: 'too short' };
  if (/^\d{6}$/.test(text)) return { kind: 'urn', urn: Number(text) };
  const laestab = /^(\d{3})[\s/-]?(\d{4})$/.exec(text);
  if (laestab) return { kind: 'laestab', laCode: Number(laestab[1]), establishmentNumber: Number(laestab[2]) };
  const starts = postcodeStarts(text.toUpperCase());
  if (starts.length > 0) return { kind: 'postcode', starts };
  return { kind: 'words', words: searchWords(text).slice(0, MOST_WORDS) };
}

/**
 * The beginnings of a postcode that a text can mean. Without a space "LU49" may be a district or "LU4 9"; both are given.
 * Source of the format: Royal Mail, outward code (1 or 2 letters, digit, letter or digit) and inward code (digit, 2 letters).
 */
function postcodeStarts(text: string): string[] {
  if (/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{0,2}$/.test(text)) return [text];
  const starts: string[] = [];
  if (/^[A-Z]{1,2}\d[A-Z\d]?$/.test(text)) starts.push(`${text} `);
  const joined = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{0,2})$/.exec(text);
  if (joined) starts.push(`${joined[1]} ${joined[2]}`);
  return starts;
}
