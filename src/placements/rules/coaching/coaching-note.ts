import type { Written } from '../delivery/part.ts';

/** What one of the two noted of a talk. Only ever in the hands of the two. */
export interface CoachingNote extends Written {
  id: string;
  /** ISO day of the talk. */
  talkedOn: string;
  words: string;
  /** Whether the reader wrote it, and so may correct it. */
  isOwn: boolean;
  /** What stood before each correction, the newest first. */
  before: readonly { words: string; talkedOn: string; at: Date }[];
}

/** The log as one of the two reads it, or why there is none to read. */
export type CoachingLog =
  | { ok: true; with: string | null; notes: CoachingNote[] }
  | { ok: false; reason: 'no leader with an account' | 'no head' | 'not one of the two' };
