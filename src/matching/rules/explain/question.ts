import type { Leader } from '../sides.ts';
import type { Explaining } from './ask.ts';
import type { Ground } from './ground.ts';
import { type OthersOfNeed, othersOf } from './others.ts';
import { type PairExplained, pairsExplained } from './pairs.ts';
import { type WaysToCover, waysToCover } from './ways.ts';
import { type WeightsEffect, weightsEffect } from './weights-effect.ts';
import { type WhyNot, whyNot } from './why-not.ts';
import { type Worth, worth } from './worth.ts';

/** What may be asked of a plan. Needs and leaders are named by their keys. */
export type Question =
  | { about: 'pairs' }
  | { about: 'others'; need: string }
  | { about: 'why-not'; need: string; leader: string }
  | { about: 'ways'; need: string }
  | { about: 'worth' }
  | { about: 'weights' };

export interface Answers {
  pairs: PairExplained[];
  others: OthersOfNeed;
  'why-not': WhyNot;
  ways: WaysToCover;
  worth: Worth;
  weights: WeightsEffect;
}

/** A question that the plan has no answer to, for it names somebody whom the plan does not know. */
export class QuestionError extends Error {
  override name = 'QuestionError';
}

/** The explanation that answers a question. Throws QuestionError when it names a need or a leader that is not there. */
export function explain<A extends Question['about']>(
  ground: Ground,
  question: Extract<Question, { about: A }>,
): Explaining<Answers[A]> {
  return answering(ground, question) as Explaining<Answers[A]>;
}

function answering(ground: Ground, question: Question): Explaining<Answers[keyof Answers]> {
  switch (question.about) {
    case 'pairs':
      return pairsExplained(ground);
    case 'others':
      return othersOf(ground, needAt(ground, question.need));
    case 'why-not':
      return whyNot(ground, needAt(ground, question.need), leaderOf(ground, question.leader));
    case 'ways':
      return waysToCover(ground, needAt(ground, question.need));
    case 'worth':
      return worth(ground);
    case 'weights':
      return weightsEffect(ground);
  }
}

function needAt({ problem }: Ground, key: string): number {
  const position = problem.needAt.get(key);
  if (position === undefined)
    throw new QuestionError('That need is not part of this plan: choose one of those that are');
  return position;
}

function leaderOf({ problem, spare }: Ground, key: string): Leader {
  const found = [...problem.leaders, ...spare].find((leader) => leader.key === key);
  if (found === undefined) {
    throw new QuestionError('That leader is not among those whom this plan weighs: choose one of those who are');
  }
  return found;
}
