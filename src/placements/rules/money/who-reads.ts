import type { PlacementPart } from '../../../access/placement-parts.ts';
import type { Role } from '../../../access/roles.ts';

/** What of the money of a placement its reader sees: all of it, the days and the bills of their school, or the days alone. */
export type MoneyView =
  | { kind: 'all' }
  | { kind: 'school'; party: 'supported school' | 'home school' }
  | { kind: 'days' };

/** A leader reads days; one who heads the home school answers for its bills as well, and reads them. */
export function moneyViewOf(part: PlacementPart, role: Role): MoneyView {
  if (part === 'service') return { kind: 'all' };
  if (part === 'supported head') return { kind: 'school', party: 'supported school' };
  return part === 'home head' || (part === 'leader' && role === 'headteacher')
    ? { kind: 'school', party: 'home school' }
    : { kind: 'days' };
}
