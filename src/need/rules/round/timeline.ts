import type { Category } from '../need-policy.ts';
import type { RecordedComment, RecordedDecision } from '../need-record.ts';
import type { RecordedAgreement } from './agreement.ts';
import type { RecordedAnswer } from './answer.ts';
import { type SchoolTerm, termWords } from './term.ts';

/** A category proposed for a school when a round was opened. */
export interface RecordedProposal extends SchoolTerm {
  roundId: string;
  proposed: Category;
  points: number;
  at: string;
}

export interface RecordedLetter {
  id: string;
  category: Category;
  days: number;
  subject: string;
  by: string;
  organisation: string;
  answerBy: string;
  at: string;
  sent: readonly LetterSent[];
}

/** How a letter left: by mail to so many people, or by post. */
export interface LetterSent {
  way: 'mail' | 'post';
  people: number;
  on: string;
  by: string;
}

/** One thing that happened in the moderation of a school. */
export type Happening =
  | { kind: 'proposal'; at: string; proposal: RecordedProposal }
  | { kind: 'decision'; at: string; decision: RecordedDecision; round: RoundOfDecision }
  | { kind: 'letter'; at: string; letter: RecordedLetter }
  | { kind: 'answer'; at: string; answer: RecordedAnswer }
  | { kind: 'comment'; at: string; comment: RecordedComment }
  | { kind: 'agreement'; at: string; agreement: RecordedAgreement };

/** Whether a decision was of a round, or came at another time; then after which, if any. Null words for those who may not read rounds. */
export interface RoundOfDecision {
  inRound: boolean;
  words: string | null;
}

/** All that a reader may see of what happened to a school. */
export interface SchoolHistory {
  proposals: readonly RecordedProposal[];
  decisions: readonly (RecordedDecision & { roundId: string | null })[];
  letters: readonly RecordedLetter[];
  answers: readonly RecordedAnswer[];
  comments: readonly RecordedComment[];
  agreements: readonly RecordedAgreement[];
}

/** One timeline, the newest first. A decision between rounds says which round it followed. */
export function timelineOf(history: SchoolHistory): Happening[] {
  const happenings: Happening[] = [
    ...history.proposals.map((proposal) => ({ kind: 'proposal' as const, at: proposal.at, proposal })),
    ...history.decisions.map((decision) => ({
      kind: 'decision' as const,
      at: decision.at,
      decision,
      round: roundOf(decision, history.proposals),
    })),
    ...history.letters.map((letter) => ({ kind: 'letter' as const, at: letter.at, letter })),
    ...history.answers.map((answer) => ({ kind: 'answer' as const, at: answer.at, answer })),
    ...history.comments.map((comment) => ({ kind: 'comment' as const, at: comment.at, comment })),
    ...history.agreements.map((agreement) => ({ kind: 'agreement' as const, at: agreement.at, agreement })),
  ];
  return happenings.toSorted((a, b) => b.at.localeCompare(a.at));
}

function roundOf(
  { roundId, at }: { roundId: string | null; at: string },
  proposals: readonly RecordedProposal[],
): RoundOfDecision {
  const own = proposals.find((proposal) => proposal.roundId === roundId);
  if (roundId !== null) return { inRound: true, words: own === undefined ? null : `in the ${termWords(own)}` };
  const before = proposals.filter((proposal) => proposal.at <= at).toSorted((a, b) => b.at.localeCompare(a.at))[0];
  return { inRound: false, words: before === undefined ? null : `after the round of the ${termWords(before)}` };
}
