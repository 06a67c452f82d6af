import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from './calendar-entry.ts';
import { calendarFeed, invitation } from './ical.ts';

const now = new Date('2026-11-22T12:00:00Z');
const siteUrl = 'https://alongside.example';
const visit: CalendarEntry = {
  uid: 'visit-1@alongside',
  title: 'A visit; with, signs\nand lines',
  when: { startsAt: new Date('2027-06-01T08:30:00Z'), endsAt: new Date('2027-06-01T11:00:00Z') },
  place: 'Stopsley Primary',
  href: '/placements/1',
};

/** The lines of an iCalendar text, with those that were folded made whole again. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a feed', () => {
  const text = calendarFeed({
    name: 'Alongside, Ann Day',
    entries: [visit, { ...visit, uid: 'panel@alongside', title: 'Panel', when: { day: '2027-03-31' }, place: null }],
    items: [
      { key: 'a:1', title: 'Answer', href: '/a', due: '2026-12-01', since: null, about: 'Hidden Primary', kind: 'K' },
      { key: 'a:2', title: 'Some day', href: '/a', due: null, since: null, about: 'Hidden Primary', kind: 'K' },
    ],
    siteUrl,
    now,
  });
  const lines = linesOf(text);

  it('has meetings by the moment and days as whole days, each under its own id', () => {
    expect(lines).toContain('DTSTART:20270601T083000Z');
    expect(lines).toContain('DTEND:20270601T110000Z');
    expect(lines).toContain('DTSTART;VALUE=DATE:20270331');
    expect(lines).toContain('DTEND;VALUE=DATE:20270401');
    expect(lines.filter((line) => line.startsWith('UID:'))).toEqual([
      'UID:visit-1@alongside',
      'UID:panel@alongside',
      'UID:a:1@alongside',
    ]);
    expect(lines).toContain('SUMMARY:A visit\\; with\\, signs\\nand lines');
    expect(lines.some((line) => line.endsWith('https://alongside.example/placements/1'))).toBe(true);
  });

  it('has work on the day on which it is due, and does not say what it is about', () => {
    expect(lines).toContain('SUMMARY:Due: Answer');
    expect(lines).toContain('DTSTART;VALUE=DATE:20261201');
    expect(text).not.toContain('Hidden');
    expect(text).not.toContain('Some day');
  });

  it('has lines that are short enough for every program', () => {
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(lines.at(-1)).toBe('END:VCALENDAR');
  });
});

it('an invitation asks, and one taken back cancels the same event', () => {
  const people = {
    organiser: { name: 'Alongside', email: 'alongside@example.org' },
    attendee: { name: 'Ann Day', email: 'ann@example.org' },
  };
  const asked = linesOf(invitation('REQUEST', { entry: visit, ...people, sequence: 0, siteUrl, now }));
  const cancelled = linesOf(invitation('CANCEL', { entry: visit, ...people, sequence: 1, siteUrl, now }));
  expect(asked).toEqual(
    expect.arrayContaining(['METHOD:REQUEST', 'UID:visit-1@alongside', 'SEQUENCE:0', 'STATUS:CONFIRMED']),
  );
  expect(
    asked.some((line) => line.startsWith('ATTENDEE') && line.toLowerCase().endsWith('mailto:ann@example.org')),
  ).toBe(true);
  expect(cancelled).toEqual(
    expect.arrayContaining(['METHOD:CANCEL', 'UID:visit-1@alongside', 'SEQUENCE:1', 'STATUS:CANCELLED']),
  );
});
