export const STANCES = ['agree', 'disagree', 'conversation'] as const;
export type Stance = (typeof STANCES)[number];

export const STANCE_WORDS: Record<Stance, string> = {
  agree: 'The school agrees with its category',
  disagree: 'The school does not agree with its category',
  conversation: 'The school asks for a conversation',
};

/** What a school says of itself in one area: what is so, how it is known, and what comes next. */
export interface Evaluation {
  code: string;
  /** As the area was called when it was written. */
  area: string;
  claim: string;
  evidence: string;
  next: string;
}

/** A school's answer as it was written: its words on the category, and its self-evaluation by area. */
export interface AnswerContent {
  words: string;
  evaluations: readonly Evaluation[];
}

/** A draft: nothing need be decided yet. */
export interface AnswerDraft extends AnswerContent {
  stance: Stance | null;
}

export interface RecordedAnswer extends AnswerContent {
  id: string;
  urn: number;
  stance: Stance;
  by: string;
  role: string;
  /** ISO moment. */
  at: string;
  letterId: string | null;
}

/** The areas of which something is said. */
export function saidOf(evaluations: readonly Evaluation[]): Evaluation[] {
  return evaluations.filter(({ claim, evidence, next }) => claim !== '' || evidence !== '' || next !== '');
}
