import type { InspectionOutcome, SourceRef } from '../../../schools/rules/facts.ts';
import { monthsAfter } from '../../../calendar/due-after.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import type { ReviewTimes } from './process.ts';

export type ReviewGrounds = 'set time' | 'inspection' | 'head moved' | 'conduct' | 'delivery';

export const GROUNDS_WORDS: Record<ReviewGrounds, string> = {
  'set time': 'The set time',
  inspection: 'An inspection of the home school',
  'head moved': 'The head of the home school changed',
  conduct: 'Conduct or disrepute',
  delivery: 'Poor delivery',
};

export const REVIEW_OUTCOMES = ['keeps', 'keeps with conditions', 'ends'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Where a review is: open, decided with an outcome, appealed, or decided on appeal. */
export type ReviewStanding = 'open' | `decided: ${ReviewOutcome}` | 'appealed' | `appeal decided: ${ReviewOutcome}`;

export const REVIEW_OUTCOME_WORDS: Record<ReviewOutcome, string> = {
  keeps: 'Keeps the designation',
  'keeps with conditions': 'Keeps it with conditions',
  ends: 'The designation ends',
};

/** One thing said or decided in a review. */
export interface ReviewStep {
  number: number;
  kind: 'evidence' | 'moved' | 'decided' | 'appealed' | 'appeal decided';
  outcome: ReviewOutcome | null;
  words: string;
  movedUrn: number | null;
  movedOn: string | null;
  dueOn: string | null;
  /** Null where the reader may not know, or it was the leader or their board. */
  by: string | null;
  byId: string;
  /** ISO moment. */
  at: string;
}

/** A reason to look at a designation again, with everything that was said since. */
export interface Review {
  id: string;
  organisationId: string;
  organisation: string;
  leaderId: string;
  leader: string;
  leaderEmail: string | null;
  urn: number;
  school: string;
  designationId: string;
  /** What the role is called. */
  title: string;
  designatedOn: string | null;
  grounds: ReviewGrounds;
  evidence: string;
  source: SourceRef | null;
  dueOn: string;
  raisedAt: string;
  stands: ReviewStanding;
  /** Whether whoever reads has an interest in the leader, and so decides nothing. */
  conflicts: boolean;
  steps: ReviewStep[];
}

/** A designation that holds, with what could be a reason to look at it again. */
export interface Held {
  leaderId: string;
  designationId: string;
  designatedOn: string | null;
  reviewOn: string | null;
  /** Graded inspections of the home school after the designation, the newest first. */
  inspections: readonly { inspectedOn: string; words: string; source: SourceRef | null }[];
  /** The newest change of head of the home school after the designation: after the first day, by the second. */
  headChanged: { notBefore: string; notAfter: string; words: string; source: SourceRef | null } | null;
}

export interface ReviewToRaise {
  leaderId: string;
  designationId: string;
  grounds: ReviewGrounds;
  /** Names the reason, so that it is raised once. */
  key: string;
  evidence: string;
  source: SourceRef | null;
  dueOn: string;
}

/**
 * Reasons to look at a designation again, from dates and published data alone. Each raises a review and no more: nothing here ends a
 * designation. One at the set time is raised `aheadDays` before it. Source: the national guide for system leaders on review and removal.
 */
export function reviewsToRaise(held: Held, times: ReviewTimes & { aheadDays: number }, today: string): ReviewToRaise[] {
  const of = { leaderId: held.leaderId, designationId: held.designationId };
  const found: ReviewToRaise[] = [];
  if (held.reviewOn !== null && daysAfter(held.reviewOn, -times.aheadDays) <= today)
    found.push({
      ...of,
      grounds: 'set time',
      key: `set time ${held.designationId}`,
      evidence: 'The designation is due for its regular review.',
      source: null,
      dueOn: held.reviewOn,
    });
  const [inspection] = held.inspections;
  if (inspection !== undefined)
    found.push({
      ...of,
      grounds: 'inspection',
      key: `inspection ${inspection.inspectedOn} ${held.designationId}`,
      evidence: inspection.words,
      source: inspection.source,
      dueOn: daysAfter(today, times.afterInspectionDays),
    });
  if (held.headChanged !== null)
    found.push({
      ...of,
      grounds: 'head moved',
      key: `head moved ${held.headChanged.notAfter} ${held.designationId}`,
      evidence: held.headChanged.words,
      source: held.headChanged.source,
      dueOn: daysAfter(today, times.afterMoveDays),
    });
  return found;
}

/**
 * When a leader who moved is reviewed. One who moves to a school that requires improvement or is in special measures keeps the designation
 * and is reviewed after the months of the policy; so is one whose new school's standing cannot be told. Another keeps the day that was set.
 */
export function dueAfterMove(
  outcome: InspectionOutcome | 'cannot be told',
  movedOn: string,
  dueOn: string,
  { movedToNeedMonths, movedToNeedOutcomes }: ReviewTimes,
): string {
  if (outcome !== 'cannot be told' && !movedToNeedOutcomes.includes(outcome)) return dueOn;
  return monthsAfter(movedOn, movedToNeedMonths);
}
