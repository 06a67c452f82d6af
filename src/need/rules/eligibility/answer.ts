import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import type { SourceRef } from '../../../schools/rules/facts.ts';
import type { Predecessor } from '../assessment.ts';

/** Whether a school meets a definition. What is missing is neither: a school that cannot be told is not one that does not meet it. */
export const ANSWER_STATES = ['meets', 'does not meet', 'cannot be told', 'left out'] as const;

export type AnswerState = (typeof ANSWER_STATES)[number];

/** One figure that an answer stands on. */
export interface AnswerFigure {
  measure: MeasureCode;
  year: number;
  value: number;
}

export interface Answer {
  state: AnswerState;
  sentence: string;
  /** Why it cannot be told or is left out, in words that are the same for every such school; null for the other two states. */
  reason: string | null;
  /** For a school that is left out: whether its results alone would meet the definition; null where nobody can tell. */
  wouldMeet: boolean | null;
  figures: readonly AnswerFigure[];
  sources: readonly SourceRef[];
  /** Schools before it whose records the answer stands on in part. */
  inherited: readonly Predecessor[];
}

type Rest = Partial<Pick<Answer, 'figures' | 'sources' | 'wouldMeet' | 'inherited'>>;

const EMPTY = { figures: [], sources: [], wouldMeet: null, inherited: [] };

export function meets(sentence: string, rest: Rest = {}): Answer {
  return { ...EMPTY, ...rest, state: 'meets', sentence, reason: null };
}

export function doesNotMeet(sentence: string, rest: Rest = {}): Answer {
  return { ...EMPTY, ...rest, state: 'does not meet', sentence, reason: null };
}

export function cannotBeTold(sentence: string, reason: string, rest: Rest = {}): Answer {
  return { ...EMPTY, ...rest, state: 'cannot be told', sentence, reason };
}

export function leftOut(sentence: string, reason: string, rest: Rest = {}): Answer {
  return { ...EMPTY, ...rest, state: 'left out', sentence, reason };
}
