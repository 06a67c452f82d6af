import type { SourceRef } from '../../schools/rules/facts.ts';

/** Schools that the Department publishes as similar to a school, in one of its two lists. */
export interface PublishedNeighbours {
  phase: 'primary' | 'secondary';
  /** Day of the list, ISO. */
  asAt: string;
  /** Nearest first. A school that no register held here has is without a name. */
  schools: readonly PublishedNeighbour[];
}

export interface PublishedNeighbour {
  urn: number;
  /** 1 is the nearest. */
  rank: number;
  name: string | null;
  laName: string | null;
  source: SourceRef;
}

/** How many schools of a published list are among others. */
export function sharedWith(list: PublishedNeighbours, urns: ReadonlySet<number>): number {
  return list.schools.filter(({ urn }) => urns.has(urn)).length;
}
