import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '../opendata/rules/london-time.ts';
import { englandHolidays, publishedTerms } from '../england-calendar.ts';
import { policiesOf, policyAsAt } from '../policies.ts';
import { expectedHolidays } from './bank-holidays.ts';
import { bankHolidayPolicyKind, termDatesPolicyKind } from './calendar-policies.ts';
import { deadlineRule, deadlineWords, dueAfter } from './due-after.ts';
import { endOfLondonDay, isLate, londonHour, startOfLondonDay } from './london-clock.ts';
import { schoolYearOf, TERM_NAMES, termOn } from './terms.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const holidays = englandHolidays('2026-11-22');
const someDay = fc.integer({ min: 0, max: 365 * 20 }).map((days) => daysAfter('2019-01-01', days));

describe('bank holidays of England', () => {
  it('are the published days', () => {
    expect(holidays.holidayOn('2026-12-28')).toBe('Boxing Day (substitute day)');
    expect(holidays.holidayOn('2023-05-08')).toContain('coronation');
    expect(holidays.holidayOn('2020-05-04')).toBeNull();
  });

  it('come out of the rule as they were published, but for the days that were moved or added', () => {
    const { days } = policyAsAt(bankHolidayPolicyKind, '2026-11-22');
    const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
    const worked = new Set(years.flatMap((year) => [...expectedHolidays(year).keys()]));
    const published = new Set(days.map(({ day }) => day));
    const added = ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'];
    expect([...published].filter((day) => !worked.has(day))).toEqual(added);
    expect([...worked].filter((day) => !published.has(day))).toEqual(['2020-05-04', '2022-05-30']);
  });

  it('are worked out after the last published year: eight a year, none on a weekend', () => {
    expect(holidays.holidayOn('2028-01-03')).toBe('New Year’s Day (substitute day)');
    expect(holidays.holidayOn('2028-04-14')).toBe('Good Friday');
    for (let year = 2028; year <= 2050; year += 1) {
      const days = [...expectedHolidays(year).keys()];
      expect(days).toHaveLength(8);
      expect(days.filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
    }
  });
});

describe('working days', () => {
  it('pass over weekends and bank holidays', () => {
    expect(addWorkingDays('2026-12-24', 1, holidays)).toBe('2026-12-29');
    expect(addWorkingDays('2026-12-29', -1, holidays)).toBe('2026-12-24');
    expect(addWorkingDays('2026-11-21', 1, holidays)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-22', 0, holidays)).toBe('2026-11-22');
    expect(workingDaysBetween('2026-12-24', '2027-01-04', holidays)).toBe(4);
  });

  it('counted there and back agree, from any day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 80 }), (day, count) => {
        const later = addWorkingDays(day, count, holidays);
        expect(isWorkingDay(later, holidays)).toBe(true);
        expect(workingDaysBetween(day, later, holidays)).toBe(count);
        const earlier = addWorkingDays(day, -count, holidays);
        expect(workingDaysBetween(day, earlier, holidays)).toBe(-count);
      }),
    );
  });
});

const due = (day: string, rule: unknown) => dueAfter(day, deadlineRule.parse(rule), holidays);
const hours = (day: string) => (endOfLondonDay(day).getTime() - startOfLondonDay(day).getTime()) / 3_600_000;

describe('deadlines', () => {
  it('are counted in days, working days, weeks and months', () => {
    expect(due('2026-12-22', { count: 5, unit: 'working day' })).toBe('2026-12-31');
    expect(due('2026-11-21', { count: 7, unit: 'day' })).toBe('2026-11-28');
    expect(due('2026-11-21', { count: 7, unit: 'day', endsOn: 'working day' })).toBe('2026-11-30');
    expect(due('2026-11-21', { count: 2, unit: 'week' })).toBe('2026-12-05');
    expect(due('2026-08-31', { count: 6, unit: 'month' })).toBe('2027-02-28');
    expect(due('2026-12-31', { count: 12, unit: 'month' })).toBe('2027-12-31');
    expect(deadlineWords({ count: 5, unit: 'working day' })).toBe('5 working days');
    expect(deadlineRule.safeParse({ count: 5, unit: 'term' }).success).toBe(false);
  });

  it('end when the day ends in London, in winter and in summer', () => {
    expect(endOfLondonDay('2026-12-01').toISOString()).toBe('2026-12-02T00:00:00.000Z');
    expect(endOfLondonDay('2026-07-01').toISOString()).toBe('2026-07-01T23:00:00.000Z');
    // The day on which the clocks go forward has 23 hours, and the one on which they go back 25.
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-06-01')]).toEqual([23, 25, 24]);
    const last = new Date(endOfLondonDay('2026-07-01').getTime() - 1);
    expect([
      isLate('2026-07-01', last),
      isLate('2026-07-01', endOfLondonDay('2026-07-01')),
      isLate(null, last),
    ]).toEqual([false, true, false]);
    expect(londonHour(new Date('2026-07-01T23:30:00Z'))).toBe(0);
  });
});

describe('term dates', () => {
  it('are those of the area where they are known, and otherwise general and said to be', () => {
    expect(publishedTerms(821, 2025)).toMatchObject({
      standing: 'published',
      terms: { summer: { ends: '2026-07-17' } },
    });
    expect(publishedTerms(332, 2025)).toMatchObject({
      standing: 'published',
      terms: { summer: { ends: '2026-07-20' } },
    });
    expect(publishedTerms(821, 2026)?.standing).toBe('general');
    expect(publishedTerms(821, 2031)).toBeNull();
  });

  it('lie in their school year, and begin and end on working days', () => {
    for (const { schoolYear, general, areas } of policiesOf(termDatesPolicyKind)) {
      for (const { terms } of [general, ...areas]) {
        const ends = TERM_NAMES.flatMap((name) => [terms[name].starts, terms[name].ends]);
        expect(ends.map(schoolYearOf)).toEqual(ends.map(() => schoolYear));
        expect(ends.filter((day) => !isWorkingDay(day, holidays))).toEqual([]);
      }
    }
  });

  it('say what a day is', () => {
    const { terms } = publishedTerms(821, 2025)!;
    expect(termOn('2025-10-24', terms)).toEqual({ term: 'autumn', halfTerm: false });
    expect(termOn('2025-10-27', terms)).toEqual({ term: 'autumn', halfTerm: true });
    expect(termOn('2025-12-20', terms)).toBeNull();
    expect(schoolYearOf('2026-08-31')).toBe(2025);
  });
});
