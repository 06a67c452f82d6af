import type { Interest } from '../interests.ts';
import type { LeaderEntry } from './leader.ts';

/** A leader of the register as a plan of a term needs them. */
export interface RegisteredLeader extends LeaderEntry {
  /** Codes of designations that stand. */
  roles: readonly string[];
  /** Half days offered and not promised yet in the term; null where nothing was said of it. */
  halfDaysLeft: number | null;
  /** Placements of theirs that are under way. */
  held: number;
  interests: readonly Interest[];
}
