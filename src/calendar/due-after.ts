import { z } from 'zod';
import { daysAfter } from '../opendata/rules/london-time.ts';
import type { Holidays } from './bank-holidays.ts';
import { addWorkingDays, nextWorkingDay } from './working-days.ts';

/** How long somebody has, for policy files: `{ "count": 5, "unit": "working day" }`. */
export const deadlineRule = z.strictObject({
  count: z.int().min(0).max(1000),
  unit: z.enum(['day', 'working day', 'week', 'month']),
  /** By default any day may be the last. */
  endsOn: z.enum(['any day', 'working day']).optional(),
});
export type DeadlineRule = z.infer<typeof deadlineRule>;

/**
 * The last ISO day on which something is still in time, counted from the ISO day on which the time began, which is not counted itself.
 * A month after 31 January ends on the last day of February. The day ends in London: see `endOfLondonDay`.
 */
export function dueAfter(day: string, { count, unit, endsOn = 'any day' }: DeadlineRule, holidays: Holidays): string {
  const due = counted(day, count, unit, holidays);
  return endsOn === 'working day' ? nextWorkingDay(due, holidays) : due;
}

function counted(day: string, count: number, unit: DeadlineRule['unit'], holidays: Holidays): string {
  switch (unit) {
    case 'day':
      return daysAfter(day, count);
    case 'working day':
      return addWorkingDays(day, count, holidays);
    case 'week':
      return daysAfter(day, 7 * count);
    case 'month':
      return monthsAfter(day, count);
  }
}

/** The ISO day so many months after another; the last of the month where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

/** "5 working days", "1 month". */
export function deadlineWords({ count, unit }: DeadlineRule): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
