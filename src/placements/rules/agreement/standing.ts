import type { PlacementState } from '../states.ts';

/** How a version stands, in words. */
export function standingOf(
  { number, isSent }: { number: number; isSent: boolean },
  { inForce, newestSent, state }: { inForce: number | null; newestSent: number | null; state: PlacementState },
): string {
  if (!isSent) return 'Draft';
  if (number === inForce) return 'In force';
  if (inForce !== null && number < inForce) return 'Replaced';
  if (number !== newestSent) return 'Replaced before all had signed';
  return state === 'signing' || state === 'under way' ? 'Being signed' : 'Taken back';
}
