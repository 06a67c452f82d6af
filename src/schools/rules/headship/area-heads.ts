import type { HeadNow } from './head-now.ts';
import type { HeadshipChange } from './headship-change.ts';
import type { HeadshipPolicy } from './headship-policy.ts';
import { placeTurnover, type PlaceTurnover } from './place-turnover.ts';

/** Heads of an area's schools: how often they change, which changes the extracts show, and who holds a post otherwise now. */
export interface AreaHeads {
  turnover: PlaceTurnover;
  /** The newest first. */
  changes: HeadshipChange[];
  /** Of open schools, by name. */
  now: HeadNow[];
}

/** Heads of all schools of which extracts tell. */
export interface HeadsOfEngland {
  policy: HeadshipPolicy;
  turnover: PlaceTurnover;
  /** Schools that no register held has: in England's figures, and in no area's. */
  withoutArea: number;
  /** By local authority code; an area of none of whose schools an extract tells is not there. */
  areas: ReadonlyMap<number, AreaHeads>;
}

/** An area of none of whose schools an extract tells. */
export const NO_HEADS: AreaHeads = { turnover: placeTurnover([]), changes: [], now: [] };
