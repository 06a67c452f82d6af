import { daysAfter } from '../opendata/rules/london-time.ts';
import type { BankHolidayPolicy } from './calendar-policies.ts';
import { easterSunday } from './easter.ts';

/** The days besides weekends on which nobody works, for a part of the country. */
export interface Holidays {
  /** What the holiday of an ISO day is called; null on every other day. */
  holidayOn(day: string): string | null;
  /** The last year whose days are published: later ones are worked out and may gain extra days. */
  publishedTo: number;
}

/** The bank holidays of a policy: as published, and worked out for the years that are not published. */
export function bankHolidays({ days, publishedFrom, publishedTo }: BankHolidayPolicy): Holidays {
  const published = new Map(days.map(({ day, title }) => [day, title]));
  const expected = new Map<number, Map<string, string>>();
  return {
    publishedTo,
    holidayOn(day) {
      const year = Number(day.slice(0, 4));
      if (year >= publishedFrom && year <= publishedTo) return published.get(day) ?? null;
      if (!expected.has(year)) expected.set(year, expectedHolidays(year));
      return expected.get(year)!.get(day) ?? null;
    },
  };
}

/**
 * The bank holidays that a year will have when nothing extra is proclaimed. Source: Banking and Financial Dealings Act 1971,
 * schedule 1, for Easter Monday and the last Mondays of May and August; common law for Good Friday and Christmas Day; proclamations
 * of each year since 1974 and 1978 for New Year's Day, the first Monday of May and substitutes for weekends.
 */
export function expectedHolidays(year: number): Map<string, string> {
  const easter = easterSunday(year);
  const days = new Map([
    [daysAfter(easter, -2), 'Good Friday'],
    [daysAfter(easter, 1), 'Easter Monday'],
    [onOrAfter(`${year}-05-01`, MONDAY), 'Early May bank holiday'],
    [onOrAfter(`${year}-05-25`, MONDAY), 'Spring bank holiday'],
    [onOrAfter(`${year}-08-25`, MONDAY), 'Summer bank holiday'],
  ]);
  const fixed = [
    [`${year}-01-01`, 'New Year’s Day'],
    [`${year}-12-25`, 'Christmas Day'],
    [`${year}-12-26`, 'Boxing Day'],
  ] as const;
  // What falls on a weekday keeps it; a substitute is the first weekday after that is still free.
  for (const [day, title] of fixed) if (!isWeekend(day)) days.set(day, title);
  for (const [day, title] of fixed) {
    if (!isWeekend(day)) continue;
    let substitute = daysAfter(day, 1);
    while (isWeekend(substitute) || days.has(substitute)) substitute = daysAfter(substitute, 1);
    days.set(substitute, `${title} (substitute day)`);
  }
  return days;
}

const MONDAY = 1;

/** Whether an ISO day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(weekdayOf(day));
}

/** Of an ISO day: 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function onOrAfter(day: string, weekday: number): string {
  return daysAfter(day, (weekday - weekdayOf(day) + 7) % 7);
}
