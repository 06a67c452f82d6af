import type { LeaderRole } from '../support-policy.ts';

export const DESIGNATION_STATUSES = ['in force', 'under review', 'ended'] as const;
export type DesignationStatus = (typeof DESIGNATION_STATUSES)[number];

/** What is written down of a designation. No national body designates today, so each says by whom and under which rules. */
export interface NewDesignation {
  role: LeaderRole;
  body: string;
  /** ISO day; null where it is not known, of an old one. */
  designatedOn: string | null;
  evidence: string;
  /** ISO day; null of one that ended. */
  reviewOn: string | null;
  status: DesignationStatus;
  /** Id of a policy of designation rules, or what the rules were called. */
  ruleSet: string;
  /** The designation that this one takes the place of, and why; null for a new one. */
  supersedes: { id: string; words: string } | null;
}

/** A designation as it was written down. */
export interface Designation extends NewDesignation {
  id: string;
  /** Name of who wrote it down. */
  by: string | null;
  /** ISO moment. */
  at: string;
}

/** Those that no other supersedes, and those that are history; both as they came. */
export function standingDesignations(all: readonly Designation[]): { standing: Designation[]; earlier: Designation[] } {
  const superseded = new Set(all.flatMap(({ supersedes }) => supersedes?.id ?? []));
  return {
    standing: all.filter(({ id }) => !superseded.has(id)),
    earlier: all.filter(({ id }) => superseded.has(id)),
  };
}

/** The ISO day so many calendar months after another; the last day of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
