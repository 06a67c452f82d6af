import type { DeadlineRule } from '../../../calendar/due-after.ts';

/** A choice with what it means, fixed for everybody. */
export interface Defined<Code extends string> {
  code: Code;
  label: string;
  means: string;
}

export type Status = 'green' | 'amber' | 'red';
export type Confidence = 'high' | 'medium' | 'low';

export interface Question {
  code: string;
  label: string;
}

/** What holds for reviews, evaluations, impact and follow-ups: a file in policies/placements/. */
export interface LifePolicy {
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  review: {
    /** Which share of the time between the first and the last day has passed when the review is due. */
    dueAfterShare: number;
    /** How many days before it is due a review that is not begun is told of. */
    toldDaysBefore: number;
    statuses: readonly Defined<Status>[];
  };
  evaluation: {
    answerWithin: DeadlineRule;
    /** Of the supported head. */
    evaluation: readonly Question[];
    /** Of the leader. */
    reflection: readonly Question[];
  };
  impact: {
    /** Said wherever impact is shown. */
    caution: string;
    confidence: readonly Defined<Confidence>[];
  };
  /** Months after the end, and within how long from that day. */
  followUp: readonly { months: number; within: DeadlineRule }[];
}
