export const ROUND_STATES = ['open', 'panel', 'letters sent', 'closed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** Steps that a person takes with the round itself; that letters were sent is said by sending them. */
const NEXT: Record<RoundState, readonly RoundState[]> = {
  open: ['panel', 'closed'],
  panel: ['open', 'closed'],
  'letters sent': ['closed'],
  closed: ['open'],
};

/** Whether a round may go from one state to another by a person's step. To go back needs words that say why. */
export function mayMove(from: RoundState, to: RoundState): boolean {
  return NEXT[from].includes(to);
}

/** Whether a step goes back, so that it needs a reason. */
export function goesBack(from: RoundState, to: RoundState): boolean {
  return ROUND_STATES.indexOf(to) < ROUND_STATES.indexOf(from);
}

/** Whether decisions may be taken in the round: from its opening to its close, for a category may move after its letter too. */
export function isUnderWay(state: RoundState): boolean {
  return state !== 'closed';
}

export const STATE_WORDS: Record<RoundState, string> = {
  open: 'Open: schools and service prepare',
  panel: 'Panel: the service decides',
  'letters sent': 'Letters are sent: schools answer',
  closed: 'Closed',
};
