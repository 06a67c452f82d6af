/** Dates that the publishers write when they do not know one. */
const UNKNOWN_DATES = new Set([
  '1900-01-01', // GIAS
  '1902-01-01', // GIAS groups that opened before groups were recorded
]);

const ISO = /^[12]\d{3}-\d{2}-\d{2}$/;
const DAY_FIRST = /^(\d{2})[-/](\d{2})[-/]([12]\d{3})$/;
const COMPACT = /^([12]\d{3})(\d{2})(\d{2})$/;

/**
 * A published date as ISO text: null when blank or one of the "unknown" dates, undefined when it is not a date.
 * Reads yyyy-mm-dd, dd-mm-yyyy, dd/mm/yyyy and yyyymmdd.
 */
export function parseDate(text: string): string | null | undefined {
  if (text === '') return null;
  const iso = isoOf(text);
  if (iso === undefined || !exists(iso)) return undefined;
  return UNKNOWN_DATES.has(iso) ? null : iso;
}

function isoOf(text: string): string | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}`;
  const compact = COMPACT.exec(text);
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`;
  return ISO.test(text) ? text : undefined;
}

function exists(iso: string): boolean {
  const month = Number(iso.slice(5, 7));
  const day = Number(iso.slice(8));
  if (day >= 1 && day <= 28) return month >= 1 && month <= 12;
  // Date.UTC carries 31 February over into March.
  return new Date(Date.UTC(Number(iso.slice(0, 4)), month - 1, day)).getUTCDate() === day && month >= 1 && month <= 12;
}
