import { isMissingReason, type MissingReason } from './missing.ts';

/** A published number, or the publisher's reason for none. `value` is the digits alone, ready for the database. */
export type Figure = { value: string; missing: null } | { value: null; missing: MissingReason };

// No figure of a school has more digits; a database would take some hundreds and then refuse.
const PLAIN = /^-?\d{1,15}(?:\.\d{1,20})?$/;
const DRESSED = /^£?(-?)£?(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(\.\d{1,20})?%?$/;

/**
 * The figure in one cell; undefined for a cell that the row stops before. Returns null when the text is neither a
 * number nor a known reason. "52.4%", "£48,747" and "250,564" are numbers; percentages stay out of 100.
 */
export function parseFigure(cell: string | undefined): Figure | null {
  if (cell === undefined) return { value: null, missing: 'SHORT' };
  if (PLAIN.test(cell)) return { value: cell, missing: null };
  const text = cell.trim();
  if (text === '') return { value: null, missing: 'BLANK' };
  if (isMissingReason(text)) return { value: null, missing: text };
  const dressed = DRESSED.exec(text);
  if (!dressed) return null;
  return { value: `${dressed[1]}${dressed[2]?.replaceAll(',', '')}${dressed[3] ?? ''}`, missing: null };
}
