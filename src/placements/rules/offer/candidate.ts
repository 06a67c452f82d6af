import type { InterestKind } from '../../../leaders/rules/interests.ts';
import type { AskState, Outcome } from '../../../matching/rules/approval/declaration.ts';
import type { OpenItem } from '../placement.ts';

export const SIDES = ['home', 'supported'] as const;
export type PairSide = (typeof SIDES)[number];

/** What was said about interests for one side of a pair, and what was decided on it. */
export interface PairDeclaration {
  id: string;
  side: PairSide;
  says: { says: 'no interest' } | { says: 'interest'; kind: InterestKind; detail: string };
  how: 'telephone' | 'letter' | 'round';
  givenBy: string;
  /** ISO day. */
  on: string;
  by: string;
  /** What a planning round decided on it. */
  settledWords: string | null;
  decision: { outcome: Outcome; words: string; by: string } | null;
}

/** A leader on the short list of a placement. */
export interface Candidate {
  id: string;
  source: 'round' | 'register' | 'entered';
  leaderId: string | null;
  name: string;
  email: string | null;
  home: { urn: number; name: string };
  reasons: readonly string[];
  by: string;
  removed: { words: string } | null;
  /** The newest of each side. */
  declarations: readonly PairDeclaration[];
}

/** Where one side's interests stand: a later answer takes the place of an earlier one, and of what was decided on it. */
export function interestState(candidate: Pick<Candidate, 'declarations'>, side: PairSide): AskState {
  const said = candidate.declarations.find((one) => one.side === side);
  if (said === undefined) return 'open';
  if (said.says.says === 'no interest') return 'none';
  return said.settledWords === null ? (said.decision?.outcome ?? 'to decide') : 'stands';
}

const WHO: Readonly<Record<PairSide, string>> = {
  home: 'the leader',
  supported: 'the head of the supported school',
};

/** What is open about interests before the leader may be offered the placement. */
export function interestsOpen(candidate: Candidate): OpenItem[] {
  return SIDES.flatMap((side): OpenItem[] => {
    switch (interestState(candidate, side)) {
      case 'open':
        return [{ words: `It is not written down whether ${WHO[side]} has an interest.`, at: 'offers' }];
      case 'to decide':
        return [{ words: `The interest that ${WHO[side]} declared is not decided on.`, at: 'offers' }];
      case 'dropped':
        return [{ words: `The pair was dropped for the interest that ${WHO[side]} declared.`, at: 'offers' }];
      default:
        return [];
    }
  });
}
