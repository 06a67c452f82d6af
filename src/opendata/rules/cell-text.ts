import type { NumberMeaning } from './number-formats.ts';

/** Digits that a workbook keeps of a number; those after are noise of binary fractions (4.3 is kept as 4.2999999999999998). */
const DIGITS = 15;

/** Most numbers are of this kind, and need no reading. */
const WHOLE = /^(?:0|-?[1-9]\d{0,14})$/;

const SECONDS_A_DAY = 86_400;

/** The last day that a workbook can name, 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/** Days are counted from the last of 1899, or from the first of 1904 in workbooks that began on an old Macintosh. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/**
 * A number in a sheet, as the CSV of the same publication would have it: a day as 2022-07-06, with its time if there
 * is one, a share as 52.4%, anything else as plain digits. A number keeps the digits that it has, whatever its format
 * rounds to.
 */
export function numberText(raw: string, meaning: NumberMeaning, from1904: boolean): string {
  if (meaning === 'plain' && WHOLE.test(raw)) return raw;
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return raw;
  if (meaning === 'date') return dateText(number, from1904) ?? plainDigits(number);
  if (meaning === 'percent') return `${plainDigits(number * 100)}%`;
  if (typeof meaning === 'object' && Number.isInteger(number) && number >= 0) {
    return plainDigits(number).padStart(meaning.zeros, '0');
  }
  return plainDigits(number);
}

/** ISO dates of cells that hold them as text, without a time of midnight. */
export function isoCellText(raw: string): string {
  return raw.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
}

/** Text of a cell: `_x000D_` and its like are how XML holds what it may not, and line ends would end the row. */
export function plainText(raw: string): string {
  const text = raw.includes('_x')
    ? raw.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw;
  return text.replaceAll(/[\0\r\n]+/g, ' ');
}

function plainDigits(number: number): string {
  const text = String(Number(number.toPrecision(DIGITS)));
  if (!text.includes('e')) return text;
  return Math.abs(number) < 1 ? number.toFixed(20).replace(/\.?0+$/, '') : BigInt(Math.round(number)).toString();
}

function dateText(serial: number, from1904: boolean): string | null {
  if (serial < (from1904 ? 0 : 1) || serial > LAST_SERIAL) return null;
  // Workbooks hold 1900 for a leap year, as Lotus did: until its 29 February they are a day behind. Programs that do not
  // know it write 1 January 1900, the register's "unknown", as 2; nothing published is of the second.
  const days = from1904 || serial >= 60 || serial === 2 ? serial : serial + 1;
  const moment = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * SECONDS_A_DAY) * 1000);
  const iso = moment.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}
