import type { MinimumStandards } from './minimum-standards.ts';
import type { NationalReference } from './national-reference.ts';
import type { NeedPolicy } from './need-policy.ts';

/** What every indicator may look at beside the school itself. */
export interface Assessing {
  policy: NeedPolicy;
  standards: MinimumStandards;
  reference: NationalReference;
  /** ISO date on which the assessment is made. */
  asAt: string;
}
