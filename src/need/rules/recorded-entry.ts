import type { Entry } from './entry.ts';

/** An entry as it stands in the record of a school, with what became of it. */
export interface RecordedEntry extends Entry {
  organisationId: string;
  organisation: string;
  /** Name of whoever entered it. */
  by: string;
  /** What the service keeps to itself: null for the school, and where there is none. */
  note: string | null;
  withdrawn: { by: string; role: string; at: string; reason: string } | null;
}
