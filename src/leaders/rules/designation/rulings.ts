import type { EligibilityCheck } from './eligibility.ts';

export const RULINGS = ['met', 'not met', 'exceptional'] as const;

/** What a person decided on a rule. `exceptional`: it is not met, and the panel hears the applicant all the same. */
export type Ruling = (typeof RULINGS)[number];

export const RULING_WORDS: Record<Ruling, string> = {
  met: 'Met',
  'not met': 'Not met',
  exceptional: 'Not met: exceptional circumstances, the panel hears it',
};

/** A rule with what published data says and what a person decided. */
export interface RuledCheck {
  check: EligibilityCheck;
  ruling: { verdict: Ruling; reason: string; by: string | null; at: string } | null;
}

/** How a rule stands: a person's word counts before the data's; open where neither settles it. */
export function standingOf({ check, ruling }: RuledCheck): Ruling | 'open' {
  if (ruling !== null) return ruling.verdict;
  return check.verdict === 'met' ? 'met' : 'open';
}

/** Rules on which a person has yet to decide: not met, or not to be told, by published data. */
export function openRules(checks: readonly RuledCheck[]): RuledCheck[] {
  return checks.filter((one) => standingOf(one) === 'open');
}
