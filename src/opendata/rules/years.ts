import { parseDate } from './dates.ts';

const SPAN = /(?<!\d)(20\d{2})[-_](20)?(\d{2})(?!\d)/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WRITTEN_DAY = /(?<!\d)([0-3]?\d)[-_ ]([a-z]{3,9})[-_ ](20\d{2})(?!\d)/gi;
const DAY = /(?<!\d)(20\d{2})-?([01]\d)-?([0-3]\d)(?!\d)/;

/** The starting year that a file name such as "census-2018-2019.csv" or "england_abs 2018-19.csv" gives; null when none. */
export function yearInName(name: string): number | null {
  return firstPart(name, (part) => {
    const span = SPAN.exec(part);
    if (!span) return null;
    const start = Number(span[1]);
    return (start + 1) % 100 === Number(span[3]) ? start : null;
  });
}

/**
 * The ISO date in a file name such as "edubasealldata20220706.csv", "groups-2026-08-21.csv" or "as_at_31_Aug_2024.csv"; null
 * when none. Of two written days ("1_September_2015_to_31_August_2019") the later one.
 */
export function dateInName(name: string): string | null {
  return firstPart(name, (part) => {
    const day = DAY.exec(part);
    return day ? `${day[1]}-${day[2]}-${day[3]}` : writtenDay(part);
  });
}

function writtenDay(part: string): string | null {
  const days = [...part.matchAll(WRITTEN_DAY)].flatMap(([, day = '', month = '', year = '']) => {
    const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
    return at === -1 ? [] : (parseDate(`${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`) ?? []);
  });
  return days.toSorted().at(-1) ?? null;
}

/** From "years.zip: 2018-2019/census.csv" the file is asked first, then its folder, then the archive around it. */
function firstPart<T>(name: string, read: (part: string) => T | null): T | null {
  for (const part of name.split(/: |\//).toReversed()) {
    const found = read(part);
    if (found !== null) return found;
  }
  return null;
}

/** An academic or financial year as people write it: 2018 is "2018-19". */
export function yearSpan(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The last day of the academic year that starts in `year`, or of a year that ends on another day: what its figures are as at. */
export function endOfYear(year: number, ends = '08-31'): string {
  return `${year + 1}-${ends}`;
}
