import type { Confidence } from './life-policy.ts';

/** A published mean beside what an objective came to. */
export interface Comparator {
  /** "England, primary schools". */
  of: string;
  label: string;
  /** Calendar year in which the year starts. */
  year: number;
  text: string;
}

/** What an objective came to. It says what happened and how sure that is, never what caused it. */
export interface Impact {
  objective: number;
  value: string;
  /** ISO day. */
  asAt: string;
  source: string;
  comparator: Comparator | null;
  confidence: Confidence;
  words: string;
  by: string | null;
  at: Date;
}
