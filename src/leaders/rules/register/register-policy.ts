/** How a leaders' register is kept: a file in policies/designation/, `"kind": "leaders register"`. */
export interface RegisterPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  capacity: {
    /** Days after which an offer of days that nobody confirmed is shown as stale. */
    staleAfterDays: number;
    /** Days that a leader has to confirm it from then on. */
    answerDays: number;
    mostHalfDaysATerm: number;
    source: string;
  };
  reviews: {
    /** Days before the review of a designation on which it becomes work. */
    remindDays: number;
    source: string;
  };
  directory: { pageSize: number; source: string };
}
