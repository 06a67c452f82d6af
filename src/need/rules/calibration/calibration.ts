import type { Group } from './calibrate.ts';
import type { Example } from './example.ts';
import type { TrendCheck } from './trend-check.ts';

/** How the chances said of England's schools held. */
export interface Calibration {
  policyId: string;
  /** The day of the register whose schools they are. */
  asAt: string;
  groups: Group[];
  trends: TrendCheck[];
  /** Null while no share of pupils is held of enough schools. */
  example: Example | null;
}
