import { type Query, queryString } from './query-string.ts';

/** Addresses of work, calendars and terms; part of `paths`. */
export const calendarPaths = {
  /** What waits for whoever is signed in; the query carries the kind. */
  myWork: (query?: Query) => `/my-work${queryString(query)}`,
  /** The private calendar feed of one's own: made, renewed, ended. */
  accountCalendar: (query?: Query) => `/account/calendar${queryString(query)}`,
  endAccountCalendar: () => '/account/calendar/end',
  /** A feed, by its token. */
  calendarFeed: (token: string) => `/calendar/${token}.ics`,
  /** Whether one gets mail about one's work. */
  workMail: (query?: Query) => `/account/work-mail${queryString(query)}`,
  /** Where the link in a letter about work leads that ends such letters. */
  stopWorkMail: (query?: Query) => `/work-mail/stop${queryString(query)}`,
  /** The term dates that a service counts with; the query carries the school year. */
  terms: (organisation: string, query?: Query) => `/organisations/${organisation}/terms${queryString(query)}`,
} as const;
