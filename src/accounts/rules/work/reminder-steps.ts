import type { Holidays } from '../../../calendar/bank-holidays.ts';
import { weekdayOf } from '../../../calendar/bank-holidays.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { isWorkingDay, nextWorkingDay } from '../../../calendar/working-days.ts';
import { daysAfter, daysBetween } from '../../../opendata/rules/london-time.ts';

/** When people are reminded: policies/calendar/reminders-*.json. */
export interface ReminderSteps {
  daysBefore: readonly number[];
  onTheDay: boolean;
  daysAfter: readonly number[];
  lateSteps: number;
}

/** The steps of the policy in days after the day on which something is due, the earliest first: -7, -1, 0, 1. */
export function stepsOf({ daysBefore, onTheDay, daysAfter: after }: ReminderSteps): number[] {
  return [...daysBefore.map((days) => -days), ...(onTheDay ? [0] : []), ...after].toSorted((a, b) => a - b);
}

/**
 * The step at which somebody is to be reminded of a thing on an ISO day; null when none is. Only the newest step that has come: what was
 * missed by more than a few days is let go, and so is a step that came before the thing did, for it was news enough then.
 */
export function stepDue(
  { due, since }: Pick<WorkItem, 'due' | 'since'>,
  today: string,
  policy: ReminderSteps,
): number | null {
  if (due === null) return null;
  const now = daysBetween(due, today);
  const step = stepsOf(policy).findLast((one) => one <= now);
  if (step === undefined || now - step > policy.lateSteps) return null;
  return since !== null && since > daysAfter(due, step) ? null : step;
}

/** Whether letters about work may leave: on a working day, from one hour to another on London's clocks. */
export function mayWriteNow(
  { today, hour }: { today: string; hour: number },
  { from, to }: { from: number; to: number },
  holidays: Holidays,
): boolean {
  return isWorkingDay(today, holidays) && hour >= from && hour < to;
}

/** Whether the weekly letter may go: on the first working day of the week from an hour on, once. `last` is the day of the one before. */
export function isWeeklyDue(
  { today, hour, last }: { today: string; hour: number; last: string | null },
  { fromHour }: { fromHour: number },
  holidays: Holidays,
): boolean {
  const monday = daysAfter(today, -((weekdayOf(today) + 6) % 7));
  return today === nextWorkingDay(monday, holidays) && hour >= fromHour && (last === null || last < monday);
}
