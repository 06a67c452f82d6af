import type { Status } from './life-policy.ts';

/** What is said of an objective in a review; null and '' are "not said yet". */
export interface ObjectiveStatus {
  /** Key of the objective in the agreement. */
  objective: number;
  status: Status | null;
  details: string;
}

export type Continues = 'continue' | 'change' | 'extend' | 'end';

export const CONTINUES_WORDS: Readonly<Record<Continues, string>> = {
  continue: 'Continue as agreed',
  change: 'Continue, with changes',
  extend: 'Extend',
  end: 'End',
};

/** What somebody answers in a review. */
export interface ReviewAnswer {
  part: 'leader' | 'supported head';
  working: string;
  appropriate: string;
  change: string;
  /** Written down by the service as it was told, rather than sent by themselves. */
  byService: boolean;
  by: string | null;
  at: Date;
}

/** What the service writes of a review; it may be half filled until it is recorded. */
export interface ReviewWords {
  /** ISO days. */
  heldOn: string | null;
  working: string | null;
  appropriate: string | null;
  change: string | null;
  continues: Continues | null;
  exitOn: string | null;
  nextSteps: string | null;
  objectives: readonly ObjectiveStatus[];
}

export interface Review extends ReviewWords {
  id: string;
  revision: number;
  madeAt: Date;
  by: string | null;
  /** Null while it is in progress: then it can be changed and deleted, and afterwards never. */
  recordedAt: Date | null;
  /** The newest of each, the leader's first. */
  answers: readonly ReviewAnswer[];
}

/** A group of a review that is not filled in: the field to go to, and what is missing in words. */
export interface MissingGroup {
  field: string;
  words: string;
}

/** What a review lacks before it can be recorded: one entry a group. `objectives` are the keys of the agreement in force, in their order. */
export function missingOfReview(
  words: ReviewWords,
  objectives: readonly number[],
  answered: readonly Pick<ReviewAnswer, 'part'>[],
): MissingGroup[] {
  const missing: MissingGroup[] = [];
  if (words.heldOn === null) missing.push({ field: 'held-day', words: 'Enter the day of the review' });
  if (words.working === null) missing.push({ field: 'working', words: 'Enter whether it is working' });
  if (words.appropriate === null) missing.push({ field: 'appropriate', words: 'Enter whether it is the right help' });
  if (words.change === null) missing.push({ field: 'change', words: 'Enter what should change' });
  for (const [place, key] of objectives.entries()) {
    const said = words.objectives.find(({ objective }) => objective === key);
    const lacks = [
      ...(said?.status == null ? ['a colour'] : []),
      ...(said === undefined || said.details === '' ? ['details'] : []),
    ];
    if (lacks.length > 0)
      missing.push({
        field: said?.status == null ? `status-${key}` : `details-${key}`,
        words: `Enter ${lacks.join(' and ')} for objective ${place + 1}`,
      });
  }
  if (words.continues === null) missing.push({ field: 'continues', words: 'Choose whether the help continues' });
  if (words.exitOn === null) missing.push({ field: 'exit-day', words: 'Enter the day on which the help ends' });
  if (words.nextSteps === null) missing.push({ field: 'nextSteps', words: 'Enter the next steps' });
  if (!answered.some(({ part }) => part === 'leader'))
    missing.push({
      field: 'answer-leader',
      words: 'The leader has not answered: ask them, or write down what they say',
    });
  if (!answered.some(({ part }) => part === 'supported head'))
    missing.push({
      field: 'answer-head',
      words: 'The supported head has not answered: ask them, or write down what they say',
    });
  return missing;
}
