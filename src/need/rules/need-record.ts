import type { Decision } from './decision.ts';

/** A decision as it stands in the history of a school. */
export interface RecordedDecision extends Decision {
  id: string;
  /** Name of the person who decided, and of their organisation. */
  by: string;
  organisation: string;
  /** Date of the published data that was judged. */
  asAt: string;
  /** The service's own words: null for the school, and when none was given. */
  reason: string | null;
}

/** What somebody said of a school's need. */
export interface RecordedComment {
  id: string;
  by: string;
  role: string;
  organisation: string;
  fromSchool: boolean;
  body: string;
  /** ISO moment. */
  at: string;
  asAt: string;
}

/** All that people have decided and said about the need of one school, as far as the reader may see it. */
export interface NeedRecord {
  /** Newest first. */
  decisions: RecordedDecision[];
  /** In the order in which they were said. */
  comments: RecordedComment[];
}
