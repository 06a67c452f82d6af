import { daysAfter, londonIsoDay } from '../opendata/rules/london-time.ts';

const HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' });

/** The hour on London's clocks, 0 to 23. */
export function londonHour(moment: Date): number {
  return Number(HOUR.format(moment));
}

/** The moment at which an ISO day begins in London: midnight there, at 23:00 UTC of the day before while summer time is kept. */
export function startOfLondonDay(day: string): Date {
  const midnight = new Date(`${day}T00:00:00Z`);
  const hourBefore = new Date(midnight.getTime() - 3_600_000);
  return londonIsoDay(hourBefore) === day ? hourBefore : midnight;
}

/** The moment from which something due on an ISO day is late: the end of that day in London. */
export function endOfLondonDay(day: string): Date {
  return startOfLondonDay(daysAfter(day, 1));
}

/** Whether something due on an ISO day is late at a moment. What is due on no day never is. */
export function isLate(due: string | null, now: Date): boolean {
  return due !== null && londonIsoDay(now) > due;
}
