import type { SourceRef } from '../../schools/rules/facts.ts';
import type { DesignationCriterion } from './designation-policy.ts';

/** One criterion put to one school. */
export interface Check {
  rule: DesignationCriterion['rule'];
  verdict: 'met' | 'not met' | 'not known';
  /** Plain words with the numbers. */
  sentence: string;
  value: number | null;
  source: SourceRef | null;
}
