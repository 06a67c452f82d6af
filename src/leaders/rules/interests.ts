/** What can stand between a leader and a school besides what the register of schools tells. */
export const INTEREST_KINDS = [
  'trust',
  'adviser',
  'inspector',
  'reviewer',
  'sponsor',
  'governor',
  'employment',
  'family',
  'business',
  'other',
] as const;

export type InterestKind = (typeof INTEREST_KINDS)[number];

/** An interest that a leader has in a school, or in every school of a trust or federation, as declared or known. */
export interface Interest {
  kind: InterestKind;
  /** The school; null when it is in a trust or federation as a whole. */
  urn: number | null;
  /** Unique id of the trust or federation; null when it is in one school. */
  trustUid: number | null;
}
