import type { MinimumStandards } from '../../need/rules/minimum-standards.ts';
import type { NationalReference } from '../../need/rules/national-reference.ts';
import type { PupilSpread } from '../../need/rules/need-policy.ts';
import type { DesignationPolicy } from './designation-policy.ts';

/** What the criteria look at beside the school itself. */
export interface CriteriaContext {
  policy: DesignationPolicy;
  standards: MinimumStandards;
  pupilSpread: readonly PupilSpread[];
  reference: NationalReference;
  /** ISO date on which the criteria are put. */
  asAt: string;
}
