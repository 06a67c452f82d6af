const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const MOMENT = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });
const ISO_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** "3 June 2026": the day in London on which a moment lies. */
export function londonDay(moment: Date): string {
  return DAY.format(moment);
}

/** "3 Jun 2026, 14:05:09", on London's clocks. */
export function londonTime(moment: Date): string {
  return TIME.format(moment);
}

/** "3 June 2026 at 14:05", on London's clocks. */
export function londonMoment(moment: Date): string {
  return MOMENT.format(moment);
}

/** "2026-06-03": the same day as ISO writes it. */
export function londonIsoDay(moment: Date): string {
  return ISO_DAY.format(moment);
}

/** "3 June 2026" for the calendar day "2026-06-03". */
export function dayInWords(isoDay: string): string {
  return londonDay(new Date(`${isoDay}T12:00:00Z`));
}

/** Days from one calendar day to another, both ISO; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The calendar day so many days after another, both ISO. */
export function daysAfter(isoDay: string, days: number): string {
  return new Date(Date.parse(isoDay) + days * 86_400_000).toISOString().slice(0, 10);
}
