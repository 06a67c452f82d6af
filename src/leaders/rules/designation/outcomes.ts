import type { ReviewStanding } from './review.ts';
import type { ApplicationState } from './states.ts';

/** How an application of somebody of a school ended, as its board or trust may know it. */
export interface OutcomeShown {
  applicationId: string;
  organisationId: string;
  organisation: string;
  title: string;
  process: string;
  applicant: string;
  state: ApplicationState;
  words: string | null;
  decidedOn: string;
  moves: number;
  appealed: boolean;
}

/** The same of a review of a leader's designation. */
export interface ReviewOutcomeShown {
  reviewId: string;
  organisation: string;
  leader: string;
  title: string;
  stands: ReviewStanding;
  words: string;
  decidedOn: string;
  number: number;
}
