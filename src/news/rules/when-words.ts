import { dayText } from '../../schools/rules/figure-words.ts';
import type { When } from './news-item.ts';
import type { NewsPolicy } from './news-policy.ts';

/** "on 1 September 2021", "between 30 September 2020 and 31 January 2021", "by 31 January 2021"; '' when nothing is known. */
export function whenWords({ happenedOn, notBefore, notAfter }: When): string {
  if (happenedOn !== null) return `on ${dayText(happenedOn)}`;
  if (notAfter === null) return '';
  return notBefore === null ? `by ${dayText(notAfter)}` : `between ${dayText(notBefore)} and ${dayText(notAfter)}`;
}

/** The calendar day so many months before another, both ISO; a day that the month does not have runs over into the next. */
export function monthsBefore(isoDay: string, months: number): string {
  const day = new Date(`${isoDay}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
}

/** Whether two files are so far apart that what lies between them is history. */
export function isTooLong(
  { notBefore, notAfter }: { notBefore: string | null; notAfter: string },
  { spans }: Pick<NewsPolicy, 'spans'>,
): boolean {
  return notBefore !== null && notBefore < monthsBefore(notAfter, spans.longestMonths);
}
