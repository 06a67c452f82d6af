/** Dates that the publishers write when they do not know one. */
const UNKNOWN_DATES = new Set([
  '1900-01-01', // GIAS
  '1902-01-01', // GIAS groups that opened before groups were recorded
]);

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_FIRST = /^(\d{2})[-/](\d{2})[-/](\d{4})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

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

/** Date.parse refuses a 13th month but not 31 February. */
function exists(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
