import type { PlacementSubject } from './permission.ts';
import type { Person } from './roles.ts';

/** What people are in a placement. Nobody has a part but by the role that they act in. */
export const PLACEMENT_PARTS = [
  'service',
  'leader',
  'supported head',
  'supported board',
  'home head',
  'home board',
] as const;

export type PlacementPart = (typeof PLACEMENT_PARTS)[number];

const OF_SERVICE = ['service lead', 'broker', 'adviser', 'finance officer'];

/**
 * The part that a person has in a placement in the role that they act in; null when they have none. A head who is the leader is not
 * also the home head: nobody releases themself, so then the board of the home school does.
 */
export function partIn(placement: PlacementSubject, person: Person | null): PlacementPart | null {
  const acting = person?.acting ?? null;
  if (person === null || acting === null) return null;
  const { organisation, role } = acting;
  if (organisation.id === placement.organisationId) return OF_SERVICE.includes(role) ? 'service' : null;
  const { kind, urn } = organisation;
  if (urn === null) return null;
  if (kind === 'school' && urn === placement.homeUrn && person.id === placement.leaderPersonId) return 'leader';
  const side = urn === placement.supportedUrn ? 'supported' : urn === placement.homeUrn ? 'home' : null;
  if (side === null) return null;
  if (kind === 'school' && role === 'headteacher') return `${side} head`;
  return kind === 'governing board' && role === 'governor or trustee' ? `${side} board` : null;
}
