import type { HeadWatch } from '../../schools/rules/headship/head-watch.ts';
import type { Entry } from './entry.ts';
import type { MinimumStandards } from './minimum-standards.ts';
import type { NationalReference } from './national-reference.ts';
import type { NeedPolicy } from './need-policy.ts';

/** What every indicator may look at beside the school itself. */
export interface Assessing {
  policy: NeedPolicy;
  standards: MinimumStandards;
  reference: NationalReference;
  /** What extracts up to that day tell of whether heads are new, by URN; without it, or of a school that is not there, nothing. */
  heads?: ReadonlyMap<number, HeadWatch>;
  /**
   * What people entered, by URN. Without it, as when the country is assessed from published data alone, indicators that people
   * enter are left out altogether.
   */
  entries?: ReadonlyMap<number, readonly Entry[]>;
  /** ISO day on which entries are read, which may be later than that of the published data; without it that day. */
  entriesAsAt?: string;
  /** ISO date on which the assessment is made. */
  asAt: string;
}
