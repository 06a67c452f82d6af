// What a packed file may unpack to. Every limit is several times what the national publications need, and small enough
// that a file made to fill the disk or the day is refused first.

/** One file: no national publication of schools comes near 2 GB. Unpacked, it stands in the temporary folder. */
export const MOST_BYTES = 2 ** 31;

/** All files of an archive together; a year of performance tables is some 300 MB. */
export const MOST_BYTES_OF_ARCHIVE = 2 ** 32;

/** Files in an archive, or parts in a workbook; a year of performance tables is some dozens. */
export const MOST_ENTRIES = 1000;

/** Unpacked to packed size. Published files come to 10 or so and sheets to 40; zeros without end come to 1,032. */
const MOST_RATIO = 200;

/** Below this the ratio says nothing: a small file may well be the same line over and over. */
const RATIO_COUNTS_FROM = 1 << 24;

/** The text of one sheet; the widest register has 55 MB. */
export const MOST_BYTES_OF_SHEET = 1 << 28;

/** Boundaries are held whole while they are read; those of the snapshot are 0.2 MB. */
export const MOST_BYTES_OF_JSON = 1 << 26;

/** The texts that cells of a workbook share are held while its sheets are read; they come to a part of its text. */
export const MOST_BYTES_OF_SHARED_TEXTS = 1 << 27;

/** Most bytes that a file of this packed size may unpack to. */
export function mostUnpacked(packed: number): number {
  return Math.min(MOST_BYTES, Math.max(RATIO_COUNTS_FROM, packed * MOST_RATIO));
}
