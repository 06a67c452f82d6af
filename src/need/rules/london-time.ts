const ZONE = 'Europe/London';
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: ZONE });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: ZONE });

/** The day in England of a moment: "21 November 2026". `at` is ISO, as `Date.toISOString` writes it. */
export function londonDay(at: string): string {
  return day.format(new Date(at));
}

/** The day and time in England of a moment: "21 November 2026 at 09:30". */
export function londonMoment(at: string): string {
  return moment.format(new Date(at));
}
