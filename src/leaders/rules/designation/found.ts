import type { SourceRef } from '../../../schools/rules/facts.ts';

/** What published data says of one rule. */
export interface Found {
  verdict: 'met' | 'not met' | 'cannot be told';
  /** Plain words with days and grades. */
  sentence: string;
  /** ISO day as at which the data stands; null where nothing is published. */
  asAt: string | null;
  source: SourceRef | null;
}

/** A verdict that published data does not give. */
export function untold(sentence: string, asAt: string | null = null, source: SourceRef | null = null): Found {
  return { verdict: 'cannot be told', sentence, asAt, source };
}
