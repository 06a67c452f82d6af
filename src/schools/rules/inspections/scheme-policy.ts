import type { InspectionScheme } from '../facts.ts';

/** What an inspection can find a school to be, mildest last. Source: Education Act 2005, section 44. */
export const CATEGORIES = ['special measures', 'requires significant improvement', 'none'] as const;

export type ConcernCategory = (typeof CATEGORIES)[number];

/** One row of the table that says which grades put a school into a category. */
export interface CategoryRow {
  leadershipUrgent: boolean;
  anotherUrgent: boolean;
  /** Null: either way. */
  safeguardingNotMet: boolean | null;
  category: ConcernCategory;
  /** True where a school that put the fault right in time is not put into the category. */
  unlessSuspended: boolean;
}

/** How a report card leads to a category of concern, and to monitoring. */
export interface CategoryTable {
  /** The area that stands apart from the others. */
  leadership: string;
  /** The grade that leads to a category. */
  urgent: string;
  /** The grade that brings monitoring. */
  monitored: string;
  rows: readonly CategoryRow[];
  /** How the published column writes each category; a blank one is "none". */
  publishedAs: Readonly<Record<ConcernCategory, readonly string[]>>;
  suspendAndReturn: { withinMonths: number; source: string };
  monitoring: { source: string };
  source: string;
}

/** How schools were graded from one day to another. */
export interface SchemePolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  scheme: InspectionScheme;
  /** `always` is false for an area that only some schools have. */
  areas: readonly { name: string; always: boolean }[];
  /** The grades in words, the weakest first. */
  scale: readonly string[];
  safeguarding: { met: string; notMet: string } | null;
  categories: CategoryTable | null;
}
