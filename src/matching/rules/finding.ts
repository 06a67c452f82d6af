/** What is wrong with what a plan is asked for, or what leaves it empty. */
export const FINDINGS = [
  'no needs',
  'no leaders',
  'nobody possible',
  'unknown need',
  'unknown leader',
  'left out and placed',
  'two leaders',
  'forbidden',
  'impossible',
  'too few days',
  'too few schools',
  'budget too small',
  'budget for nobody',
] as const;

/** One of them in words: what it is and what would mend it. */
export interface Finding {
  code: (typeof FINDINGS)[number];
  /** No plan keeps to it. What does not block leaves a plan, though an empty or a smaller one. */
  blocks: boolean;
  sentence: string;
  mend: string;
  needKeys: readonly string[];
  leaderKeys: readonly string[];
}
