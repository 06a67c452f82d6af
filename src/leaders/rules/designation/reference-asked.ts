import type { RefereeKind } from './rule-set.ts';

/** What a referee is told who presents a link that stands. */
export interface ReferenceAsked {
  id: string;
  applicationId: string;
  organisationId: string;
  organisation: string;
  referee: RefereeKind;
  name: string;
  applicant: string;
  urn: number;
  school: string;
  ruleSet: string;
  /** What the applicant said of capacity at home. */
  capacity: Readonly<Record<string, string>>;
  dueOn: string;
  answered: boolean;
}
