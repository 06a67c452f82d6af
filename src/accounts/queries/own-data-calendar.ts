import { sql } from 'kysely';
import type { Section } from './own-data.ts';

/** What is held about a person's calendar, terms they entered, and letters about their work. */
export const OWN_CALENDAR_DATA: readonly Section[] = [
  {
    title: 'Your calendar feed',
    covers: ['calendar_feed.person_id'],
    records: (me) => sql`
      select made_at as "made", ended_at as "ended", read_at as "last asked for" from calendar_feed where person_id = ${me}`,
  },
  {
    title: 'Mail about your work that you chose',
    covers: ['work_mail.person_id'],
    records: (me) => sql`
      select weekly as "weekly letter", reminders, weekly_on as "last weekly letter", chosen_at as "chosen" from work_mail
      where person_id = ${me}`,
  },
  {
    title: 'Reminders to you',
    covers: ['work_reminder.person_id'],
    records: (me) => sql`
      select r.item_key as "about", r.due, r.step as "days after it was due", o.name as organisation, r.queued_at as "written"
      from work_reminder r left join organisation o on o.id = r.organisation_id where r.person_id = ${me} order by r.queued_at desc`,
  },
  {
    title: 'Term dates that you entered',
    covers: ['service_terms.entered_by'],
    records: (me) => sql`
      select school_year as "school year from", terms, entered_in_role as role, entered_at as "when" from service_terms
      where entered_by = ${me} order by entered_at desc`,
  },
];
