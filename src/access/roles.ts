/** What a person may be in an organisation. A person may hold several roles in several organisations. */
export const ROLES = [
  'service lead',
  'broker',
  'adviser',
  'system leader',
  'headteacher',
  'governor or trustee',
  'finance officer',
  'read-only',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

export const ORGANISATION_KINDS = ['local authority', 'trust', 'hub', 'diocese', 'school', 'governing board'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** The organisation a person acts for, with the key that joins it to the published register. */
export interface Organisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  /** Local authority code, of a local authority. */
  laCode: number | null;
  /** Number in the register of groups, of a trust. */
  groupUid: number | null;
  /** URN of the school, or of the school that a board governs. */
  urn: number | null;
}

/** A signed-in person. `acting` is the one role they act in now; null when they hold none. */
export interface Person {
  id: string;
  name: string;
  email: string | null;
  demonstration: boolean;
  sessionId: string;
  /** Signed in with a second factor, of ours or of their provider's. */
  secondFactor: boolean;
  acting: { membershipId: string; role: Role; organisation: Organisation } | null;
  /** Address the request came from, for the audit trail. */
  ip: string | null;
}
