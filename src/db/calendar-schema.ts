import type { ColumnType, Generated } from 'kysely';

/** The tables of terms, feeds and letters of work (migration 029); part of TenantDatabase. JSON goes in as text and comes out as data. */
export interface CalendarTables {
  service_terms: ServiceTermsTable;
  calendar_feed: CalendarFeedTable;
  work_mail: WorkMailTable;
  work_reminder: WorkReminderTable;
}

interface ServiceTermsTable {
  id: Generated<string>;
  organisation_id: string;
  school_year: number;
  terms: ColumnType<unknown, string | null, never>;
  entered_by: string;
  entered_in_role: string;
  entered_at: Generated<Date>;
}

interface CalendarFeedTable {
  person_id: string;
  token_hash: string | null;
  made_at: Generated<Date>;
  ended_at: Date | null;
  read_at: Date | null;
}

interface WorkMailTable {
  person_id: string;
  weekly: Generated<boolean>;
  reminders: Generated<boolean>;
  weekly_on: string | null;
  chosen_at: Date | null;
}

interface WorkReminderTable {
  id: Generated<string>;
  person_id: string;
  organisation_id: string;
  item_key: string;
  due: string;
  step: number;
  queued_at: Generated<Date>;
}
