import { dayText } from '../../schools/rules/figure-words.ts';
import type { When } from './news-item.ts';

/** "on 1 September 2021", "between 30 September 2020 and 31 January 2021", "by 31 January 2021"; '' when nothing is known. */
export function whenWords({ happenedOn, notBefore, notAfter }: When): string {
  if (happenedOn !== null) return `on ${dayText(happenedOn)}`;
  if (notAfter === null) return '';
  return notBefore === null ? `by ${dayText(notAfter)}` : `between ${dayText(notBefore)} and ${dayText(notAfter)}`;
}

/** The calendar day so many months before another, both ISO; the first day of March for what would be 29 to 31 February. */
export function monthsBefore(isoDay: string, months: number): string {
  const day = new Date(`${isoDay}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
}
