import type { Phase } from './facts.ts';

/** One school in a list of search results. */
export interface SearchHit {
  urn: number;
  name: string;
  phase: Phase;
  establishmentType: string;
  status: string;
  closeDate: string | null;
  laCode: number;
  laName: string;
  town: string | null;
  postcode: string | null;
}

export interface SearchResults {
  hits: readonly SearchHit[];
  /** Of all pages. */
  total: number;
  /** Which page these are, from 1. */
  page: number;
  /** The words that were looked for, where no school has the ones typed. */
  instead: readonly string[] | null;
}

/** Narrows a search. */
export interface SearchFilters {
  phase?: Phase;
  laCode?: number;
  /** Schools that have closed are found too. */
  closed: boolean;
}

export const HITS_PER_PAGE = 20;

/** The number of pages that results fill; at least one. */
export function pageCount(total: number): number {
  return Math.max(1, Math.ceil(total / HITS_PER_PAGE));
}

/** Where a school is, in a few words: "Luton, LU4 9TJ", and its area where the town does not say it. */
export function placeWords({ town, postcode, laName }: Pick<SearchHit, 'town' | 'postcode' | 'laName'>): string {
  return [town, postcode, laName === town ? null : laName].filter((part) => part !== null).join(', ');
}
