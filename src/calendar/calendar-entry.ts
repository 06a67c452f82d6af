/** A day or a meeting in somebody's calendar. Rooms make them for a person, from what that person may read. */
export interface CalendarEntry {
  /** Stays the same when the entry is moved or renamed, so that a calendar changes it instead of adding another. */
  uid: string;
  /** Never names what is confidential: calendars are read on telephones and over shoulders. */
  title: string;
  /** A whole ISO day, or the moments of beginning and end. */
  when: { day: string } | { startsAt: Date; endsAt: Date };
  /** Where, for example the name of a school. */
  place: string | null;
  /** Path of the page about it. */
  href: string;
}
