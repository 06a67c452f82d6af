/** A school of a pair. */
export interface Party {
  urn: number;
  name: string;
}

/** What every line of a plan says of its need. */
interface PutNeed {
  needKey: string;
  /** What help is asked for, in words: "a lead head", "a specialist in maths". */
  support: string;
  /** Days of help in the round's term. */
  days: number;
  supported: Party;
}

/** A pair of a plan as it was put forward: plain words and figures, copied, so that they stay whatever is solved later. */
export interface PutPair extends PutNeed {
  leaderKey: string;
  /** "Headteacher, X Primary School". */
  leader: string;
  home: Party;
  km: number;
  minutes: number;
  reasons: readonly string[];
  /** What the leader has to give in the term, and to how many schools at most. */
  leaderDays: number;
  leaderMost: number;
}

/** A need that the plan has nobody for. */
export interface PutAlone extends PutNeed {
  leaderKey: null;
  why: string;
}

export type PutLine = PutPair | PutAlone;

/** One pair, whatever plan it is in: the same need with another leader is another pair. */
export interface PairKeys {
  needKey: string;
  leaderKey: string;
}

/** One text for one pair. Keys hold no space. */
export function pairKey({ needKey, leaderKey }: PairKeys): string {
  return `${needKey} ${leaderKey}`;
}

/** Whether a line has a leader. */
export function isPair(line: PutLine): line is PutPair {
  return line.leaderKey !== null;
}

/** Schools of a line: the supported one, and the home school where it has a leader. */
export function urnsOf(line: PutLine): number[] {
  return isPair(line) ? [line.supported.urn, line.home.urn] : [line.supported.urn];
}
