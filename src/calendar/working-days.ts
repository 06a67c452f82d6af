import { daysAfter } from '../opendata/rules/london-time.ts';
import { type Holidays, isWeekend } from './bank-holidays.ts';

/** Whether an ISO day is from Monday to Friday and no bank holiday. */
export function isWorkingDay(day: string, holidays: Holidays): boolean {
  return !isWeekend(day) && holidays.holidayOn(day) === null;
}

/** The working day on or after an ISO day. */
export function nextWorkingDay(day: string, holidays: Holidays): string {
  let next = day;
  while (!isWorkingDay(next, holidays)) next = daysAfter(next, 1);
  return next;
}

/**
 * The working day so many working days after an ISO day, or before it when `count` is negative. The day itself is not counted: from a
 * Friday, 1 is the Monday; so it is from the Saturday after. With 0 it is the day itself, working or not.
 */
export function addWorkingDays(day: string, count: number, holidays: Holidays): string {
  const step = Math.sign(count);
  let reached = day;
  for (let left = Math.abs(Math.trunc(count)); left > 0;) {
    reached = daysAfter(reached, step);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  return reached;
}

/** Working days after `from` up to and with `to`, both ISO; negative when `to` lies before. So `addWorkingDays` from `from` by it gives `to`, where that is a working day. */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  if (to < from) return -workingDaysBetween(daysAfter(to, -1), daysAfter(from, -1), holidays);
  let count = 0;
  for (let day = daysAfter(from, 1); day <= to; day = daysAfter(day, 1)) if (isWorkingDay(day, holidays)) count += 1;
  return count;
}
