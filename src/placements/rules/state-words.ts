import type { PlacementPart } from '../../access/placement-parts.ts';
import type { PlacementPage } from './placement.ts';
import type { MoveName, PlacementState } from './states.ts';

/** Each state as its tag says it. */
export const STATE_TAGS: Readonly<Record<PlacementState, { text: string; colour: string }>> = {
  requested: { text: 'Requested', colour: 'blue' },
  triage: { text: 'Triage', colour: 'blue' },
  'to match': { text: 'To match', colour: 'blue' },
  offered: { text: 'Offered', colour: 'yellow' },
  accepted: { text: 'Accepted', colour: 'yellow' },
  contracting: { text: 'Contracting', colour: 'yellow' },
  signing: { text: 'Being signed', colour: 'yellow' },
  'under way': { text: 'Under way', colour: 'green' },
  paused: { text: 'Paused', colour: 'orange' },
  evaluation: { text: 'Evaluation', colour: 'purple' },
  'signed off': { text: 'Signed off', colour: 'grey' },
  closed: { text: 'Closed', colour: 'grey' },
  declined: { text: 'Declined', colour: 'red' },
  withdrawn: { text: 'Withdrawn', colour: 'red' },
};

/** Each page as its link says it. */
export const PAGE_WORDS: Readonly<Record<PlacementPage, string>> = {
  overview: 'Overview',
  triage: 'Triage',
  offers: 'Offer and release',
  agreement: 'Agreement',
  plan: 'Action plan and progress',
  visits: 'Visits',
  coaching: 'Coaching log',
  concerns: 'Concerns',
  review: 'Review, extension and end',
  evaluation: 'Evaluation',
  money: 'Days and money',
  history: 'History',
};

export const PART_WORDS: Readonly<Record<PlacementPart | 'house', string>> = {
  service: 'the service',
  leader: 'the leader',
  'supported head': 'the head of the supported school',
  'supported board': 'the board of the supported school',
  'home head': 'the head of the home school',
  'home board': 'the board of the home school',
  house: 'the site itself',
};

/** Each move as the button or the history says it. */
export const MOVE_WORDS: Readonly<Record<MoveName, string>> = {
  'begin-triage': 'Begin triage',
  'accept-request': 'Accept the request',
  'decline-request': 'Decline the request',
  withdraw: 'Withdraw',
  restore: 'Take up again',
  offer: 'Offer to a leader',
  'end-offer': 'End the offer',
  'settle-offer': 'Offer accepted and released',
  'note-contact': 'Note the first contact',
  'send-agreement': 'Send the agreement for signature',
  'reopen-agreement': 'Take the agreement back',
  'settle-agreement': 'Agreement signed by all',
  pause: 'Pause',
  resume: 'Take up again after the pause',
  'end-early': 'End early',
  complete: 'End as agreed',
  'undo-end': 'Undo the end',
  'sign-off': 'Sign off',
  close: 'Close',
};

/** Moves that ask nothing but, where the table says so, a reason: one form serves them all. The others have forms of their own. */
export const PLAIN_MOVES = [
  'begin-triage',
  'accept-request',
  'decline-request',
  'withdraw',
  'restore',
  'reopen-agreement',
  'sign-off',
  'close',
] as const satisfies readonly MoveName[];
