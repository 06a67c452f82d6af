import type { PlacementPart } from '../../access/placement-parts.ts';
import type { Role } from '../../access/roles.ts';

/** The states of a placement, in the order of its life. */
export const STATES = [
  'requested',
  'triage',
  'to match',
  'offered',
  'accepted',
  'contracting',
  'signing',
  'under way',
  'paused',
  'evaluation',
  'signed off',
  'closed',
  'declined',
  'withdrawn',
] as const;

export type PlacementState = (typeof STATES)[number];

/** What each state means to those who read it. */
export const STATE_MEANS: Readonly<Record<PlacementState, string>> = {
  requested: 'Help is asked for; nobody has looked at it yet.',
  triage: 'The service looks at what is needed and whether it can be given.',
  'to match': 'The request is accepted; a leader is looked for.',
  offered: 'A leader and their home school are asked.',
  accepted: 'The leader has accepted and is released; they get in touch within the days that the policy gives.',
  contracting: 'They are in touch and negotiate the agreement.',
  signing: 'The agreement is with those who sign it.',
  'under way': 'The agreement is signed by all, and the work is being done.',
  paused: 'The work rests; nothing is recorded until it is taken up again.',
  evaluation: 'The work has ended and is being evaluated.',
  'signed off': 'Evaluated and signed off; the follow-ups are ahead.',
  closed: 'Followed up; the record is complete.',
  declined: 'The service declined the request.',
  withdrawn: 'The request or the placement was withdrawn before the work began.',
};

/** Who may make a move: a part, in these roles; and the house itself, where a deadline moves it. */
export interface Mover {
  part: PlacementPart | 'house';
  /** Any role that can have the part, when left out. */
  roles?: readonly Role[];
}

export interface Move {
  /** The deed: 'placement.' and this is the verb in the audit trail. */
  name: string;
  /** In words, after "may": "begin to look at a request". */
  title: string;
  from: readonly PlacementState[];
  to: PlacementState;
  who: readonly Mover[];
  /** Whether it must be said why. */
  reason: boolean;
  /** Codes of what must be done first; what is missing is named, each by itself (gates.ts of the slices). */
  gates: readonly Gate[];
  /** Made by the deed that completes it (the last answer, the last signature), never by a button of its own. */
  follows: boolean;
}

/** What can stand between a placement and its next state. */
export type Gate =
  | 'triage complete'
  | 'no open offer'
  | 'released and accepted'
  | 'agreement complete'
  | 'all signatures'
  | 'review held'
  | 'visits recorded'
  | 'evaluation complete'
  | 'nothing open'
  | 'followed up';

const BROKERS: Mover = { part: 'service', roles: ['service lead', 'broker'] };
const LEADER: Mover = { part: 'leader' };
const SUPPORTED: Mover = { part: 'supported head' };
const HOME: readonly Mover[] = [{ part: 'home head' }, { part: 'home board' }];
const HOUSE: Mover = { part: 'house' };

const BEFORE_WORK = ['requested', 'triage', 'to match', 'offered', 'accepted', 'contracting', 'signing'] as const;

/**
 * Every move there is and who may make it. The one table of the life of a placement: commands, permissions, pages, tests and the
 * drawing in docs/placements.md are made from it. The cycle is that of deployments of system leaders as published by teaching
 * schools (docs/placements.md has the sources).
 */
export const MOVES = [
  {
    name: 'begin-triage',
    title: 'begin to look at a request',
    from: ['requested'],
    to: 'triage',
    who: [BROKERS],
    reason: false,
    gates: [],
    follows: false,
  },
  {
    name: 'accept-request',
    title: 'accept a request',
    from: ['triage'],
    to: 'to match',
    who: [BROKERS],
    reason: false,
    gates: ['triage complete'],
    follows: false,
  },
  {
    name: 'decline-request',
    title: 'decline a request',
    from: ['requested', 'triage', 'to match'],
    to: 'declined',
    who: [BROKERS],
    reason: true,
    gates: [],
    follows: false,
  },
  {
    name: 'withdraw',
    title: 'withdraw a request or a placement that has not begun',
    from: BEFORE_WORK,
    to: 'withdrawn',
    who: [BROKERS, SUPPORTED, { part: 'supported board' }],
    reason: true,
    gates: [],
    follows: false,
  },
  {
    name: 'restore',
    title: 'take up again what was declined or withdrawn',
    from: ['declined', 'withdrawn'],
    to: 'triage',
    who: [BROKERS],
    reason: true,
    gates: [],
    follows: false,
  },
  {
    name: 'offer',
    title: 'offer a placement to a leader and ask for their release',
    from: ['to match'],
    to: 'offered',
    who: [BROKERS],
    reason: false,
    gates: ['no open offer'],
    follows: false,
  },
  {
    name: 'end-offer',
    title: 'end an offer: declined, not released, expired or taken back',
    from: ['offered', 'accepted'],
    to: 'to match',
    who: [BROKERS, LEADER, ...HOME, HOUSE],
    reason: false,
    gates: [],
    follows: true,
  },
  {
    name: 'settle-offer',
    title: 'complete an offer: accepted and released',
    from: ['offered'],
    to: 'accepted',
    who: [BROKERS, LEADER, ...HOME],
    reason: false,
    gates: ['released and accepted'],
    follows: true,
  },
  {
    name: 'note-contact',
    title: 'note the first contact',
    from: ['accepted'],
    to: 'contracting',
    who: [BROKERS, LEADER, SUPPORTED],
    reason: false,
    gates: [],
    follows: false,
  },
  {
    name: 'send-agreement',
    title: 'send the agreement out for signature',
    from: ['contracting'],
    to: 'signing',
    who: [BROKERS],
    reason: false,
    gates: ['agreement complete'],
    follows: false,
  },
  {
    name: 'reopen-agreement',
    title: 'take an agreement back from signature',
    from: ['signing'],
    to: 'contracting',
    who: [BROKERS, LEADER, SUPPORTED, ...HOME],
    reason: true,
    gates: [],
    follows: false,
  },
  {
    name: 'settle-agreement',
    title: 'complete the signatures',
    from: ['signing'],
    to: 'under way',
    who: [BROKERS, LEADER, SUPPORTED, ...HOME],
    reason: false,
    gates: ['all signatures'],
    follows: true,
  },
  {
    name: 'pause',
    title: 'pause a placement',
    from: ['under way'],
    to: 'paused',
    who: [BROKERS],
    reason: true,
    gates: [],
    follows: false,
  },
  {
    name: 'resume',
    title: 'take a paused placement up again',
    from: ['paused'],
    to: 'under way',
    who: [BROKERS],
    reason: false,
    gates: [],
    follows: false,
  },
  {
    name: 'end-early',
    title: 'end a placement before its time',
    from: ['under way', 'paused'],
    to: 'evaluation',
    who: [BROKERS],
    reason: true,
    gates: [],
    follows: false,
  },
  {
    name: 'complete',
    title: 'end a placement as agreed',
    from: ['under way'],
    to: 'evaluation',
    who: [BROKERS, LEADER],
    reason: false,
    gates: ['review held', 'visits recorded'],
    follows: false,
  },
  {
    name: 'undo-end',
    title: 'undo the end of a placement',
    from: ['evaluation'],
    to: 'under way',
    who: [BROKERS],
    reason: true,
    gates: [],
    follows: false,
  },
  {
    name: 'sign-off',
    title: 'sign a placement off',
    from: ['evaluation'],
    to: 'signed off',
    who: [BROKERS],
    reason: false,
    gates: ['evaluation complete', 'nothing open'],
    follows: false,
  },
  {
    name: 'close',
    title: 'close a placement after its follow-ups',
    from: ['signed off'],
    to: 'closed',
    who: [BROKERS],
    reason: false,
    gates: ['followed up'],
    follows: false,
  },
] as const satisfies readonly Move[];

export type MoveName = (typeof MOVES)[number]['name'];

/** The move of a name. */
export function moveNamed(name: MoveName): Move {
  return MOVES.find((move) => move.name === name)!;
}

/** States in which nothing of a placement changes: it rests, or it is over. */
export const FROZEN: readonly PlacementState[] = ['paused', 'closed', 'declined', 'withdrawn'];

/** States in which the work of a placement is recorded: visits, actions, progress. */
export const WORKING: readonly PlacementState[] = ['under way', 'evaluation'];

/** The moves that somebody with this part and role may make from a state, in the order of the table. */
export function movesFrom(state: PlacementState, part: PlacementPart | null, role: Role | null): Move[] {
  if (part === null) return [];
  const moves: readonly Move[] = MOVES;
  return moves.filter((move) => move.from.includes(state) && isMover(move, part, role));
}

/** Whether a part, in a role, is among those who may make a move. */
export function isMover(move: Move, part: PlacementPart | 'house', role: Role | null): boolean {
  return move.who.some(
    (mover) => mover.part === part && (mover.roles === undefined || (role !== null && mover.roles.includes(role))),
  );
}
