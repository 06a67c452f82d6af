import type { SchoolRecord } from './school-record.ts';
import type { SearchHit } from './search-results.ts';

/** What came of asking to add a school to those compared. */
export interface AddOutcome {
  /** What was typed. */
  typed: string;
  /** What is wrong, in words that say the mend; null when there is a choice to make instead. */
  error: string | null;
  /** Schools that were found for what was typed, to choose from. */
  choices: readonly SearchHit[];
}

/** Schools side by side. */
export interface Comparison {
  schools: readonly SchoolRecord[];
  /** URNs that were asked for and that no register holds. */
  unknown: readonly number[];
  add: AddOutcome | null;
}
