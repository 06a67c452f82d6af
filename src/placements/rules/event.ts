import type { PlacementPart } from '../../access/placement-parts.ts';
import type { PlacementState } from './states.ts';

/** Something that was done in a placement, as its history shows it. */
export interface PlacementEvent {
  id: string;
  deed: string;
  from: PlacementState | null;
  to: PlacementState | null;
  /** Of the placement after it; null where the deed did not change the placement itself. */
  version: number | null;
  reason: string | null;
  detail: Readonly<Record<string, unknown>>;
  part: PlacementPart | 'house';
  /** Null for the house, and for whoever held a private link. */
  by: string | null;
  at: Date;
}
