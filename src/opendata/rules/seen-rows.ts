import type { SourceRow } from './csv-rows.ts';

/** What is known of the first row with a key. */
export interface FirstRow {
  line: number;
  /** The row says the very same. */
  isSame: boolean;
}

/** Numbers kept of a row: two of its key, two of its text, its line; a line of 0 marks a free place. */
const WIDTH = 5;

/** Places are doubled when more than this share of them is taken. */
const FULLEST = 0.6;

/** 64 bits of the text of a row, as two numbers. */
export type RowDigest = (row: SourceRow) => readonly [high: number, low: number];

/** Digests of rows that are asked for one after the other: each list of a layout asks for that of the same row. */
export function rowDigests(): RowDigest {
  let last: SourceRow | null = null;
  let known: readonly [number, number] = [0, 0];
  return (row) => {
    if (row !== last) known = digest(row.text);
    last = row;
    return known;
  };
}

/**
 * Remembers rows by key: gives the first row that came with this key, or null and keeps this one. Keys and rows are told
 * apart by 64 bits each, since the rows themselves would fill the memory: a large file has two million, which take some
 * 80 MB so. That two of two million are taken for one another has a chance of one in ten million.
 */
export function seenRows(digestOf: RowDigest): (key: string, row: SourceRow) => FirstRow | null {
  let places = 1 << 10;
  let kept = new Uint32Array(places * WIDTH);
  let count = 0;
  const placeOf = (high: number, low: number): number => {
    for (let place = low % places; ; place = (place + 1) % places) {
      const at = place * WIDTH;
      if (kept[at + 4] === 0 || (kept[at] === high && kept[at + 1] === low)) return at;
    }
  };
  const makeRoom = () => {
    const before = kept;
    places *= 2;
    kept = new Uint32Array(places * WIDTH);
    for (let at = 0; at < before.length; at += WIDTH) {
      if (before[at + 4] === 0) continue;
      kept.set(before.subarray(at, at + WIDTH), placeOf(before[at] ?? 0, before[at + 1] ?? 0));
    }
  };
  return (key, row) => {
    const [high, low] = digest(key);
    const [textHigh, textLow] = digestOf(row);
    const at = placeOf(high, low);
    if (kept[at + 4] !== 0) {
      return { line: kept[at + 4] ?? 0, isSame: kept[at + 2] === textHigh && kept[at + 3] === textLow };
    }
    kept[at] = high;
    kept[at + 1] = low;
    kept[at + 2] = textHigh;
    kept[at + 3] = textLow;
    kept[at + 4] = row.line;
    count += 1;
    if (count > places * FULLEST) makeRoom();
    return null;
  };
}

/** 64 bits that tell texts apart, as two numbers: two multiplicative hashes with different multipliers, mixed at the end. */
function digest(text: string): [high: number, low: number] {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x85ebca6b);
    two = Math.imul(two ^ code, 0xc2b2ae35);
  }
  one = Math.imul(one ^ (one >>> 15), 0xc2b2ae35) ^ (two >>> 13);
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ (one >>> 15);
  return [(one ^ (one >>> 16)) >>> 0, (two ^ (two >>> 13)) >>> 0];
}
