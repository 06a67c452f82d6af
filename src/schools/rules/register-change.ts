import type { SourceRef } from './facts.ts';

/** What can change for a school from one extract of the register, or list of members, to the next. */
export const REGISTER_CHANGE_KINDS = [
  'opened',
  'closed',
  'joined trust',
  'left trust',
  'renamed',
  'type changed',
  'authority changed',
] as const;

export type RegisterChangeKind = (typeof REGISTER_CHANGE_KINDS)[number];

/** What `after` says of a school that a later whole register leaves out, without a word on why. */
export const NO_LONGER_LISTED = 'no longer listed';

/** What one published file says of a school otherwise than the latest earlier one that tells the same. */
export interface RegisterChange {
  urn: number;
  laCode: number;
  schoolName: string;
  kind: RegisterChangeKind;
  /**
   * Names, types or authorities as published, before and after. Of a school that opened: the names of its predecessors
   * and its type; of one that closed, its status before and after, or NO_LONGER_LISTED. Of a school that moved between
   * trusts, both trusts stand with its leaving and with its joining.
   */
  before: string | null;
  after: string | null;
  /** ISO day that the register itself gives for the change; null when it gives none. */
  on: string | null;
  /** ISO day of the earlier extract: the change lies after it; null when no earlier one speaks of the school. */
  notBefore: string | null;
  /** ISO day of the extract that says so: the change does not lie after it. */
  notAfter: string;
  /** The row that says so; for a school that is left out, its row in the earlier extract. */
  source: SourceRef;
}
