import type { WorkItem } from '../../../calendar/work-item.ts';
import type { ReviewStanding } from './review.ts';
import type { ApplicationState } from './states.ts';

/** An application that somebody of the service has something to do about. */
export interface ApplicationAtWork {
  id: string;
  roundId: string;
  organisationId: string;
  applicant: string;
  school: string;
  state: ApplicationState;
  panelOn: string;
  /** ISO day of its newest move. */
  since: string | null;
  untilOn: string | null;
  /** The first day by which a missing reference was asked for. */
  referenceDueOn: string | null;
  /** What the reader does in the round. */
  seat: 'chair' | 'member' | 'appeal' | null;
  scored: boolean;
  allScored: boolean;
}

export interface ReviewAtWork {
  id: string;
  organisationId: string;
  leader: string;
  stands: ReviewStanding;
  since: string;
  dueOn: string;
}

export interface DraftAtWork {
  id: string;
  urn: number;
  organisation: string;
  role: string;
  closesOn: string;
  since: string;
}

const KIND = 'Designation';

/** What somebody of a service should do now. `runs`: they run rounds, and so check, ask and put forward. */
export function workOfService(
  applications: readonly ApplicationAtWork[],
  reviews: readonly ReviewAtWork[],
  { runs, today }: { runs: boolean; today: string },
): WorkItem[] {
  return [
    ...applications.flatMap((one) => {
      const asked = askedOf(one, runs, today);
      if (asked === null) return [];
      const [deed, title, due] = asked;
      return {
        key: `designation:${one.id}:${deed}`,
        title,
        href: `/organisations/${one.organisationId}/designation/${one.roundId}/applications/${one.id}`,
        due,
        since: one.since,
        about: `${one.applicant}, ${one.school}`,
        kind: KIND,
      };
    }),
    ...reviews.map((one) => ({
      key: `designation-review:${one.id}:${one.stands === 'appealed' ? 'appeal' : 'decide'}`,
      title: one.stands === 'appealed' ? 'Hear an appeal against a review' : 'Decide on a review of a designation',
      href: `/organisations/${one.organisationId}/designation-reviews/${one.id}`,
      due: one.dueOn,
      since: one.since,
      about: one.leader,
      kind: KIND,
    })),
  ];
}

function askedOf(one: ApplicationAtWork, runs: boolean, today: string): [string, string, string | null] | null {
  switch (one.state) {
    case 'awaiting reference':
      return runs && one.referenceDueOn !== null && one.referenceDueOn < today
        ? ['reference', 'A reference is late: ask anew, or go on without it', one.referenceDueOn]
        : null;
    case 'eligibility check':
      return runs ? ['eligibility', 'Check the eligibility of an applicant', one.panelOn] : null;
    case 'panel':
      if (one.seat === 'chair' && one.allScored) return ['decide', 'Decide as chair: all scores are in', one.panelOn];
      return one.seat !== null && one.seat !== 'appeal' && !one.scored
        ? ['score', 'Score an application', one.panelOn]
        : null;
    case 'deferred':
      return runs && one.untilOn !== null && one.untilOn <= today
        ? ['deferred', 'Put a deferred application to the panel again', one.untilOn]
        : null;
    case 'appeal':
      return one.seat === 'appeal' ? ['appeal', 'Hear an appeal', null] : null;
    default:
      return null;
  }
}

/** What an applicant should do now: submit drafts of rounds that are open. */
export function workOfApplicant(drafts: readonly DraftAtWork[], today: string): WorkItem[] {
  return drafts
    .filter(({ closesOn }) => closesOn >= today)
    .map(({ id, urn, organisation, closesOn, since }) => ({
      key: `designation:${id}:submit`,
      title: 'Finish and submit your application for designation',
      href: `/schools/${urn}/applications/${id}`,
      due: closesOn,
      since,
      about: organisation,
      kind: KIND,
    }));
}
