import type { InterestKind } from '../../../leaders/rules/interests.ts';

/** Which side of a pair is asked: the head of the leader's home school, or of the school that would be helped. */
export type Side = 'home' | 'supported';

/** What a head says about the other side of a pair. */
export type Says = { says: 'no interest' } | { says: 'interest'; kind: InterestKind; detail: string };

/** An answer as it was written down. */
export interface Declaration {
  id: string;
  says: Says;
  /** 'site': by the head, signed in. Else the service wrote down what it was told. */
  how: 'site' | 'telephone' | 'letter';
  /** Who answered, where it was not given on the site. */
  givenBy: string | null;
  /** ISO day on which it was given. */
  on: string;
  by: string;
  /** ISO moment of its being written down. */
  at: string;
}

/** What a service may decide on a declared interest. */
export const OUTCOMES = ['stands', 'mitigated', 'dropped'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_WORDS: Record<Outcome, string> = {
  stands: 'The pair stands as it is',
  mitigated: 'The pair stands, with safeguards',
  dropped: 'The pair is dropped',
};

/** A decision on an interest, with the words that say why or which safeguards. */
export interface InterestDecision {
  outcome: Outcome;
  words: string;
  by: string;
  at: string;
}

/** One question to one head about one pair, with what became of it. */
export interface Ask {
  id: string;
  needKey: string;
  leaderKey: string;
  side: Side;
  /** The school that is asked, and the other of the pair. */
  urn: number;
  school: string;
  otherUrn: number;
  other: string;
  support: string;
  askedAt: string;
  /** ISO day. */
  answerBy: string;
  /** People of the school who were told by mail; 0: nobody there has an account. */
  people: number;
  /** The newest; null: not answered yet. */
  declaration: Declaration | null;
  /** On the newest declaration; null: none, or none needed. */
  decision: InterestDecision | null;
}

export type AskState = 'open' | 'none' | 'to decide' | Outcome;

/** Where a question stands. A later answer takes the place of an earlier one, and of what was decided on it. */
export function askState({ declaration, decision }: Pick<Ask, 'declaration' | 'decision'>): AskState {
  if (declaration === null) return 'open';
  if (declaration.says.says === 'no interest') return 'none';
  return decision?.outcome ?? 'to decide';
}

export const ASK_STATE_WORDS: Record<AskState, string> = {
  open: 'Not answered yet',
  none: 'No interest',
  'to decide': 'Interest declared: to decide',
  stands: 'Interest declared: stands',
  mitigated: 'Interest declared: stands with safeguards',
  dropped: 'Interest declared: pair dropped',
};
