import type { PlanningState } from '../round/round.ts';

/** What can be done in the second half of a round, and what state of the round each needs and leads to: the whole table. */
export const DEEDS = {
  share: { words: 'share a plan with the panel', from: ['open', 'shared', 'approved'], to: { open: 'shared' } },
  'put forward': { words: 'put a plan forward', from: ['open', 'shared'], to: {} },
  declare: { words: 'declare interests and decide on them', from: ['open', 'shared'], to: {} },
  approve: { words: 'approve pairs', from: ['open', 'shared'], to: {} },
  'approve the last': {
    words: 'approve pairs',
    from: ['open', 'shared'],
    to: { open: 'approved', shared: 'approved' },
  },
  change: { words: 'record a change', from: ['open', 'shared', 'approved'], to: { approved: 'open' } },
  replan: { words: 'plan anew around what stands', from: ['open', 'shared', 'approved'], to: { approved: 'open' } },
  pool: { words: 'pool needs and leaders', from: ['open', 'shared'], to: {} },
} as const satisfies Record<string, Deed>;

interface Deed {
  words: string;
  /** States in which it may be done. A round that is closed is read and nothing else. */
  from: readonly PlanningState[];
  /** Where it takes the round, from states that it moves. */
  to: Partial<Record<PlanningState, PlanningState>>;
}

export type DeedName = keyof typeof DEEDS;

/** Where a deed takes a round: the state that it has then, or null when it may not be done in this one. */
export function after(deed: DeedName, state: PlanningState): PlanningState | null {
  const { from, to }: Deed = DEEDS[deed];
  return from.includes(state) ? (to[state] ?? state) : null;
}

export type PartnerState = 'invited' | 'joined' | 'declined' | 'ended';

/** Who may take a partner from which state to which: the service that runs the round, or the partner itself. */
const PARTNER_MOVES: readonly { from: readonly (PartnerState | null)[]; to: PartnerState; by: readonly Side[] }[] = [
  { from: [null, 'declined', 'ended'], to: 'invited', by: ['lead'] },
  { from: ['invited'], to: 'joined', by: ['partner'] },
  { from: ['invited'], to: 'declined', by: ['partner'] },
  { from: ['invited', 'joined'], to: 'ended', by: ['lead', 'partner'] },
];
type Side = 'lead' | 'partner';

/** Whether a partner may be taken from one state (null: never invited) to another by one of the two sides. */
export function mayMovePartner(from: PartnerState | null, to: PartnerState, by: Side): boolean {
  return PARTNER_MOVES.some((move) => move.to === to && move.from.includes(from) && move.by.includes(by));
}

export const PARTNER_STATE_WORDS: Record<PartnerState, string> = {
  invited: 'Invited: not answered yet',
  joined: 'Takes part',
  declined: 'Declined',
  ended: 'Ended',
};

/** The same as steps that were taken. */
export const PARTNER_STEP_WORDS: Record<PartnerState, string> = {
  invited: 'Invited',
  joined: 'Joined',
  declined: 'Declined',
  ended: 'Ended',
};
