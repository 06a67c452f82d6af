import type { InspectionOutcome } from '../../../schools/rules/facts.ts';

/** Days and months of a round and of reviews. */
export interface DesignationProcess {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** A round that says nothing else is open so many days, and its panel meets so many days after. */
  openDays: number;
  panelAfterDays: number;
  /** Within which a panel decides. */
  decisionDays: number;
  /** In which a referee answers, and how long before the end they are reminded. */
  referenceDays: number;
  remindBeforeDays: number;
  appealDays: number;
  /** Members without an interest who must have scored. */
  panelAtLeast: number;
  review: ReviewTimes;
}

export interface ReviewTimes {
  afterInspectionDays: number;
  afterMoveDays: number;
  /** A leader who moves to a school of one of these outcomes keeps the designation and is reviewed after so many months. */
  movedToNeedMonths: number;
  movedToNeedOutcomes: readonly InspectionOutcome[];
}
