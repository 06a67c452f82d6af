import type { Placement } from '../placement.ts';
import type { PlacementState } from '../states.ts';

/** A placement on the board of its service. */
export interface BoardRow {
  placement: Placement;
  /** Half days of visits that were held. */
  deliveredHalfDays: number;
  /** The next step was due before today. */
  late: boolean;
}

export interface BoardCount {
  state: PlacementState;
  all: number;
  late: number;
}
