import type { SourceRef } from './facts.ts';
import type { PublishedFigure } from './published-figures.ts';

/** A school of a trust; what the registers held here do not tell of it is null. */
export interface TrustSchool {
  urn: number;
  name: string | null;
  laName: string | null;
  phase: string | null;
  status: string | null;
  joinedOn: string | null;
  /** The row of the members list. */
  source: SourceRef;
}

/** A trust, federation or sponsor with its schools and what is published for it as such. */
export interface Trust {
  uid: number;
  name: string;
  groupType: string;
  /** Open or closed, as the list of groups says; null when it does not have it. */
  status: string | null;
  openDate: string | null;
  closedDate: string | null;
  source: SourceRef | null;
  schools: readonly TrustSchool[];
  figures: readonly PublishedFigure[];
}
