/**
 * A file of which more than this share of rows cannot be read is refused whole. The worst national file read so far
 * has 0.013 % of such rows; at a hundred times that, columns have slipped or the layout has changed.
 */
export const MOST_SET_ASIDE_SHARE = 0.02;

/** Cells that cannot be read are remembered while a file is read; a file with more of them is refused there and then. */
export const MOST_SET_ASIDE_REASONS = 100_000;

/**
 * A new issue of a whole list (trusts, members, links, the mainstream register) with less than this share of the rows
 * held is refused: what it leaves out would be taken for closed. From issue to issue the national lists read so far
 * change in length by 2 % at most.
 */
export const LEAST_SHARE_OF_LIST = 0.9;

/**
 * Two datasets that date an inspection of one school within this many days speak of the same inspection: Ofsted's
 * reports give its first day and GIAS its last, mostly one day apart (6,733 of 13,791) and at most 23. Two separate
 * graded inspections of a school are, with one exception in 60,134, more than 30 days apart.
 */
export const SAME_INSPECTION_DAYS = 30;

/**
 * A cell of more characters is no name, address or title: a quotation mark that swallowed the rest of a file, say. The longest
 * name read so far, of a group, has 196.
 */
export const LONGEST_TEXT = 500;

/**
 * Figures of a year with less than this share of the rows that an earlier import of the same dataset, year and layout has
 * are refused: a plain CSV that was cut at a line end shows no other sign. Between issues of a year the national tables
 * read so far change in length by a few rows.
 */
export const LEAST_SHARE_OF_FIGURES = 0.9;

/**
 * Rows set aside are kept as published up to so many characters a file, to be mended; a file with more is not one that
 * somebody mends by hand.
 */
export const MOST_SET_ASIDE_TEXT = 1 << 24;
