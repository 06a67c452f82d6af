import { describe, expect, it } from 'vitest';
import {
  dayInWords,
  daysAfter,
  daysBetween,
  londonDay,
  londonIsoDay,
  londonMoment,
  londonTime,
} from './london-time.ts';

describe('times for people in London', () => {
  it('follows British Summer Time', () => {
    expect(londonTime(new Date('2026-06-30T23:30:05Z'))).toBe('1 Jul 2026, 00:30:05');
    expect(londonDay(new Date('2026-06-30T23:30:00Z'))).toBe('1 July 2026');
    expect(londonMoment(new Date('2026-07-01T23:30:00Z'))).toBe('2 July 2026 at 00:30');
    expect(londonIsoDay(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
    expect(londonTime(new Date('2026-12-31T23:30:05Z'))).toBe('31 Dec 2026, 23:30:05');
  });

  it('counts days across the change of the clocks', () => {
    expect(daysAfter('2026-10-20', 30)).toBe('2026-11-19');
    expect(daysBetween('2026-10-20', '2026-11-19')).toBe(30);
    expect(daysBetween('2026-11-19', '2026-11-18')).toBe(-1);
    expect(dayInWords('2026-11-19')).toBe('19 November 2026');
  });
});
