import type { FirstHeadship } from './first-headship.ts';
import type { HeadshipPolicy } from './headship-policy.ts';
import type { Headship } from './headships.ts';
import type { ComparedStretch } from './stretches.ts';
import type { Turnover } from './turnover.ts';

/** A headship with whether it is the head's first; null where the extracts do not tell when it began, or surely that it did. */
export interface HeadshipTold extends Headship {
  first: FirstHeadship | null;
}

/** Who headed a school, as far as the extracts held tell. */
export interface SchoolHeadships {
  urn: number;
  policy: HeadshipPolicy;
  /** ISO dates of the extracts that tell of the school or its predecessor. */
  days: string[];
  /** The latest first. */
  headships: HeadshipTold[];
  turnover: Turnover;
  /** What lies between each two extracts that follow each other, the earliest first. */
  stretches: ComparedStretch[];
}
