import type { ApplicationState } from './states.ts';

/** A part in the panel of a round. */
export interface PanelSeat {
  id: string;
  personId: string;
  name: string;
  part: 'chair' | 'member' | 'appeal';
}

/** An application as a member may know it before they declared whether they have an interest. */
export interface ToDeclare {
  applicationId: string;
  applicant: string;
  urn: number;
  school: string;
  state: ApplicationState;
  declared: 'interest' | 'no interest' | null;
}
