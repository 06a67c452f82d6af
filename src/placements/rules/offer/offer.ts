/** The two who are asked: the leader, and whoever releases them. */
export const OFFER_SIDES = ['leader', 'release'] as const;
export type OfferSide = (typeof OFFER_SIDES)[number];

export const ANSWERS = ['accept', 'conditions', 'counter', 'undecided', 'decline'] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** Days and dates of an offer; `halfDays` in all, days ISO. */
export interface Terms {
  halfDays: number;
  startsOn: string;
  endsOn: string;
}

/** What one side answered, as far as it decides the offer. */
export interface AnswerGiven {
  side: OfferSide;
  answer: AnswerKind;
  /** Number of the terms on which it was given. */
  terms: number;
  /** What the service said to conditions or a counter-offer; null: nothing yet, or nothing to say. */
  accepted: boolean | null;
}

/** Where one side stands: not opened, opened, asked for time, waiting for the service, agreed, declined. */
export type SideState = 'unread' | 'read' | 'undecided' | 'to reply' | 'asked again' | 'accepted' | 'declined';

/** Where one side of an offer stands. Answers come oldest first; `opened` is when the side first opened it. */
export function sideState(
  side: OfferSide,
  answers: readonly AnswerGiven[],
  { terms, opened }: { terms: number; opened: boolean },
): SideState {
  const last = answers.findLast((answer) => answer.side === side);
  if (last === undefined) return opened ? 'read' : 'unread';
  switch (last.answer) {
    case 'undecided':
      return 'undecided';
    case 'decline':
      return 'declined';
    case 'accept':
      return last.terms === terms ? 'accepted' : 'asked again';
    case 'conditions':
      if (last.accepted === null) return 'to reply';
      return last.accepted && last.terms === terms ? 'accepted' : 'asked again';
    case 'counter':
      if (last.accepted === null) return 'to reply';
      // Accepted, it became the terms after those that it was given on.
      return last.accepted && last.terms + 1 === terms ? 'accepted' : 'asked again';
  }
}

/** Whether both sides said yes to the terms that stand, and the service agreed to what they asked for. */
export function isSettled(answers: readonly AnswerGiven[], terms: number): boolean {
  return OFFER_SIDES.every((side) => sideState(side, answers, { terms, opened: true }) === 'accepted');
}

/** What a side may answer now. Time is asked for once; who said yes may still say no until the offer is complete. */
export function answersOpenTo(side: OfferSide, answers: readonly AnswerGiven[], terms: number): readonly AnswerKind[] {
  const state = sideState(side, answers, { terms, opened: true });
  if (state === 'declined') return [];
  const asked = answers.some((answer) => answer.side === side && answer.answer === 'undecided');
  return ANSWERS.filter(
    (answer) =>
      !(answer === 'undecided' && (asked || state === 'accepted')) && !(answer === 'accept' && state === 'accepted'),
  );
}

export const SIDE_STATE_WORDS: Readonly<Record<SideState, { text: string; colour: string }>> = {
  unread: { text: 'Not opened yet', colour: 'grey' },
  read: { text: 'Opened, not answered', colour: 'blue' },
  undecided: { text: 'Undecided: asked for more time', colour: 'yellow' },
  'to reply': { text: 'Answered: the service replies', colour: 'yellow' },
  'asked again': { text: 'Asked again', colour: 'blue' },
  accepted: { text: 'Agreed', colour: 'green' },
  declined: { text: 'Declined', colour: 'red' },
};

export const SIDE_WORDS: Readonly<Record<OfferSide, string>> = { leader: 'The leader', release: 'The home school' };

/** How an offer ended, in words. */
export const ENDED_WORDS: Readonly<Record<string, string>> = {
  declined: 'Declined by the leader',
  'not released': 'The home school does not release the leader',
  refused: 'The service did not agree to what was asked',
  expired: 'Not answered in time',
  'taken back': 'Taken back by the service',
  withdrew: 'The leader withdrew after accepting',
  'release withdrawn': 'The home school took its release back',
  objection: 'The head of the supported school objected',
  'placement over': 'The placement ended before it was answered',
};

/** An offer as the service and those who are asked read it. */
export interface Offer extends Terms {
  id: string;
  placementId: string;
  organisationId: string;
  candidateId: string;
  leaderId: string | null;
  leaderName: string;
  leaderEmail: string;
  leaderPersonId: string | null;
  homeUrn: number;
  releaseBy: 'home head' | 'home board';
  releaseEmail: string;
  content: OfferContent;
  terms: number;
  /** ISO day: the last one. */
  answerBy: string;
  madeAt: Date;
  leaderOpened: boolean;
  releaseOpened: boolean;
  settledAt: Date | null;
  endedAt: Date | null;
  endedHow: string | null;
  endedWords: string | null;
}

/** What an offer says, copied in words when it was sent. */
export interface OfferContent {
  service: string;
  school: string;
  home: string;
  /** "Coaching of the head, a lead head". */
  help: string;
  focus: string;
  detail: string | null;
  hopedOutcome: string | null;
  /** What the service writes besides. */
  words: string | null;
}

/** An answer with its words, for those who may read them. */
export interface Answer extends AnswerGiven {
  id: string;
  reason: string | null;
  words: string | null;
  counter: Terms | null;
  moreDays: number | null;
  replyWords: string | null;
  at: Date;
}
