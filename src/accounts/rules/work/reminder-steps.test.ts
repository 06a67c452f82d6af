import { describe, expect, it } from 'vitest';
import { englandHolidays } from '../../../england-calendar.ts';
import { policyAsAt } from '../../../policies.ts';
import { reminderPolicyKind } from '../../schema/reminder-policy.ts';
import { isWeeklyDue, mayWriteNow, stepDue, stepsOf } from './reminder-steps.ts';

const { reminders, hours, weekly } = policyAsAt(reminderPolicyKind, '2026-11-22');
const holidays = englandHolidays('2026-11-22');
const step = (today: string, since: string | null = null) => stepDue({ due: '2026-12-10', since }, today, reminders);

describe('reminders', () => {
  it('come a week and a day before, on the day, and three times after', () => {
    expect(stepsOf(reminders)).toEqual([-7, -1, 0, 1, 5, 10]);
    const days = ['2026-12-02', '2026-12-03', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-15', '2026-12-20'];
    expect(days.map((day) => step(day))).toEqual([null, -7, -1, 0, 1, 5, 10]);
  });

  it('make up for a step that was missed, by a few days and only for the newest', () => {
    expect(step('2026-12-07')).toBe(-7);
    expect(step('2026-12-08')).toBeNull();
    expect(step('2026-12-14')).toBe(1);
    expect(step('2026-12-24')).toBe(10);
    expect(step('2026-12-25')).toBeNull();
  });

  it('are not of a step that came before the thing did, nor of what is due on no day', () => {
    expect(step('2026-12-04', '2026-12-04')).toBeNull();
    expect(step('2026-12-09', '2026-12-04')).toBe(-1);
    expect(step('2026-12-10', '2026-12-10')).toBe(0);
    expect(stepDue({ due: null, since: null }, '2026-12-10', reminders)).toBeNull();
  });
});

const at = (today: string, hour: number) => mayWriteNow({ today, hour }, hours, holidays);
const due = (today: string, last: string | null, hour = 9) => isWeeklyDue({ today, hour, last }, weekly, holidays);

describe('when letters leave', () => {
  it('is on working days in working hours', () => {
    expect([at('2026-12-24', 8), at('2026-12-24', 16), at('2026-12-24', 17), at('2026-12-24', 7)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([at('2026-12-25', 10), at('2026-12-28', 10), at('2026-12-26', 10)]).toEqual([false, false, false]);
  });

  it('once a week on its first working day: Tuesday after a bank holiday', () => {
    expect(due('2026-11-23', null)).toBe(true);
    expect(due('2026-11-23', '2026-11-16')).toBe(true);
    expect(due('2026-11-23', '2026-11-23')).toBe(false);
    expect(due('2026-11-24', '2026-11-16')).toBe(false);
    expect(due('2026-11-23', null, 7)).toBe(false);
    expect(due('2026-12-28', null)).toBe(false);
    expect(due('2026-12-29', '2026-12-21')).toBe(true);
  });
});
