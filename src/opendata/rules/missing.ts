/**
 * Why a published figure has no number. Each code keeps the publisher's own meaning; none of them is zero.
 * Source: the "Guidance on symbols" and metadata of the Department's performance tables; the
 * small letters are those of "Explore education statistics".
 */
export const MISSING_REASONS = {
  SUPP: 'suppressed to protect pupils',
  NE: 'no entries',
  NP: 'not published',
  NA: 'not applicable',
  LOWCOV: 'covers under half of the pupils',
  'NOT AVAIL': 'not available',
  UNAVAIL: 'unavailable',
  SP: 'small percentage, not shown',
  SN: 'small number, not shown',
  SUPPM: 'suppressed in the figures of trusts',
  SUPPMAT: 'suppressed in the figures of trusts',
  NEW: 'a new school with no earlier figure',
  c: 'confidential',
  u: 'of low reliability, not shown',
  x: 'not available',
  z: 'not applicable',
  BLANK: 'left blank in the published file',
  SHORT: 'the published row stops before this column',
} as const;

export type MissingReason = keyof typeof MISSING_REASONS;

/** True when a cell of a published file holds one of the publisher's missing codes. */
export function isMissingReason(text: string): text is MissingReason {
  return Object.hasOwn(MISSING_REASONS, text);
}
