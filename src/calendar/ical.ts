import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator';
import { daysAfter } from '../opendata/rules/london-time.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import type { WorkItem } from './work-item.ts';

const MAKER = { company: 'Alongside', product: 'Alongside', language: 'EN' };

/** How often a calendar may come back, in seconds. */
const COME_BACK_AFTER = 3600;

interface Feed {
  /** Whose: "Alongside, Ann Day". */
  name: string;
  entries: readonly CalendarEntry[];
  items: readonly WorkItem[];
  /** Where people find the site, without a slash at the end. */
  siteUrl: string;
  now: Date;
}

/**
 * A person's calendar as iCalendar (RFC 5545): visits and meetings, and what is to be done on the day on which it is due. What work is
 * about is left out, as a calendar keeps its feeds with others.
 */
export function calendarFeed({ name, entries, items, siteUrl, now }: Feed): string {
  const calendar = ical({ name, prodId: MAKER, ttl: COME_BACK_AFTER, method: ICalCalendarMethod.PUBLISH });
  for (const { uid, title, when, place, href } of entries) {
    calendar.createEvent({ id: uid, summary: title, stamp: now, url: siteUrl + href, location: place, ...times(when) });
  }
  for (const { key, title, due, href } of items) {
    if (due === null) continue;
    calendar.createEvent({
      id: `${key}@alongside`,
      summary: `Due: ${title}`,
      stamp: now,
      url: siteUrl + href,
      // To do something by a day keeps nobody from meeting on it.
      busystatus: ICalEventBusyStatus.FREE,
      ...times({ day: due }),
    });
  }
  return calendar.toString();
}

interface Invitation {
  entry: CalendarEntry;
  /** Who invites, and to whom the answer of a mail program would go: the site's own address. */
  organiser: { name: string; email: string };
  attendee: { name: string; email: string };
  /** Higher with each change, so that a calendar takes the newest. */
  sequence: number;
  siteUrl: string;
  now: Date;
}

/** One visit or meeting as an invitation for a letter (RFC 5546): a new or changed one with REQUEST, or taken back with CANCEL. */
export function invitation(
  method: 'REQUEST' | 'CANCEL',
  { entry: { uid, title, when, place, href }, organiser, attendee, sequence, siteUrl, now }: Invitation,
): string {
  const cancelled = method === 'CANCEL';
  const calendar = ical({ prodId: MAKER, method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST });
  calendar.createEvent({
    id: uid,
    sequence,
    summary: title,
    stamp: now,
    url: siteUrl + href,
    location: place,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: organiser,
    attendees: [
      {
        ...attendee,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        // Nobody reads what comes back to the site's address.
        rsvp: false,
      },
    ],
    ...times(when),
  });
  return calendar.toString();
}

function times(when: CalendarEntry['when']) {
  if ('startsAt' in when) return { start: when.startsAt, end: when.endsAt };
  return { start: utc(when.day), end: utc(daysAfter(when.day, 1)), allDay: true };
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
